/// How a value is written so that it stays a value where it stands.
public enum Escaping: String, Sendable, Hashable {
  /// The title: the value as it is.
  case title
  /// HTML text, RCDATA, comments and quoted attributes: character references.
  case html
  /// Path, query or fragment of a link: percent-encoding.
  case url
  /// A complete request's values: already final, never touched.
  case final

  /// Writes a value, in which `$` and `#` never complete a placeholder of the service.
  public func append(_ value: ArraySlice<UInt8>, to output: inout [UInt8]) {
    switch self {
    case .title, .final: output.append(contentsOf: value)
    case .html: Self.appendHTML(value, to: &output)
    case .url: Self.appendURL(value, to: &output)
    }
  }

  /// The escaped bytes of a value.
  public func escaped(_ value: some Sequence<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    append(ArraySlice(value), to: &output)
    return output
  }

  // MARK: HTML

  private static func appendHTML(_ value: ArraySlice<UInt8>, to output: inout [UInt8]) {
    value.withUnsafeBufferPointer { bytes in
      var start = 0
      for index in 0..<bytes.count {
        guard let reference = reference(for: bytes, at: index) else { continue }
        output.append(contentsOf: bytes[start..<index])
        reference.withUTF8Buffer { output.append(contentsOf: $0) }
        start = index + 1
      }
      output.append(contentsOf: bytes[start...])
    }
  }

  @inline(__always)
  private static func reference(
    for bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> StaticString? {
    switch bytes[index] {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    case UInt8(ascii: "`"): return "&#96;"
    case UInt8(ascii: "$"): return opens(bytes, at: index) ? "&#36;" : nil
    case UInt8(ascii: "#"): return opens(bytes, at: index) ? "&#35;" : nil
    case UInt8(ascii: "{"): return index == 0 ? "&#123;" : nil
    default: return nil
    }
  }

  /// Whether a `{` follows, or could: other text comes behind the value's end.
  @inline(__always)
  private static func opens(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "{")
  }

  // MARK: URL

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func appendURL(_ value: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard !isEncoded(value) else {
      output.append(contentsOf: value)
      return
    }
    for byte in value {
      if byte.isUnreserved {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(hexDigits[Int(byte >> 4)])
        output.append(hexDigits[Int(byte & 15)])
      }
    }
  }

  /// Whether a value is percent-encoded throughout: unreserved bytes and at least one `%XX`.
  static func isEncoded(_ value: ArraySlice<UInt8>) -> Bool {
    var index = value.startIndex
    var hasEscape = false
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "%") {
        guard index + 2 < value.endIndex, value[index + 1].isHexDigit, value[index + 2].isHexDigit
        else { return false }
        hasEscape = true
        index += 3
      } else {
        guard value[index].isUnreserved else { return false }
        index += 1
      }
    }
    return hasEscape
  }
}

extension UInt8 {
  /// RFC 3986 §2.3: letters, digits, `-`, `.`, `_`, `~`.
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  fileprivate var isHexDigit: Bool {
    let lower = self | 0x20
    return (self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9"))
      || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f"))
  }
}
