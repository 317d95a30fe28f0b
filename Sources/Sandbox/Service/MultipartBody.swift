#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The parts of a `multipart/form-data` body (RFC 7578).
struct MultipartBody {
  /// One part.
  struct Part: Equatable {
    var name: String
    var fileName: String?
    var bytes: [UInt8]
  }

  let parts: [Part]

  /// Takes a body apart; nil when it is not what its content type says.
  init?(_ body: [UInt8], contentType: String) {
    guard let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty else {
      return nil
    }
    let mark = Array("\r\n--\(boundary)".utf8)
    guard body.starts(with: mark[2...]) else { return nil }
    var index = mark.count - 2
    var parts: [Part] = []
    while !body[index...].starts(with: "--".utf8) {
      guard body[index...].starts(with: "\r\n".utf8),
        let end = Self.start(of: mark, in: body, from: index + 2),
        let part = Self.part(body[(index + 2)..<end])
      else { return nil }
      parts.append(part)
      index = end + mark.count
    }
    self.parts = parts
  }

  /// Where a mark that begins with a carriage return stands first.
  private static func start(of mark: [UInt8], in body: [UInt8], from first: Int) -> Int? {
    body.withUnsafeBytes { bytes in
      var index = first
      while index + mark.count <= bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + index, 0x0D, bytes.count - index)
      {
        index = base.distance(to: UnsafeRawPointer(found))
        if bytes[index...].starts(with: mark) { return index }
        index += 1
      }
      return nil
    }
  }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    guard let blank = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<blank.lowerBound], as: UTF8.self)
    let fields = head.split(separator: "\r\n").first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let field = fields, let name = parameter("name", of: String(field)) else { return nil }
    return Part(
      name: name, fileName: parameter("filename", of: String(field)),
      bytes: Array(bytes[blank.upperBound...]))
  }

  /// The value of `; name=value` or `; name="value"`.
  private static func parameter(_ name: String, of field: String) -> String? {
    for item in field.split(separator: ";").dropFirst() {
      let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == name else { continue }
      let value = sides[1]
      guard value.hasPrefix("\""), value.count >= 2 else { return String(value) }
      return String(value.dropFirst().prefix { $0 != "\"" })
    }
    return nil
  }
}
