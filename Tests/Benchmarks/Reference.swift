/// The plainest substituter that is right; every engine's output is held against it.
enum Reference {
  /// One person's finished body, escaped by our rules.
  static func mail(for person: [String]) -> [UInt8] {
    let values = Dictionary(uniqueKeysWithValues: zip(People.columns, person))
    return Body.pieces.flatMap { piece in
      switch piece {
      case .text(let text): Array(text.utf8)
      case .field(let name): (values[name] ?? "").utf8.flatMap(reference)
      case .link(let name): (values[name] ?? "").utf8.flatMap(percentEncoded)
      }
    }
  }

  private static func reference(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    case UInt8(ascii: "'"): Array("&#39;".utf8)
    default: [byte]
    }
  }

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    guard !unreserved.utf8.contains(byte) else { return [byte] }
    let digits = String(byte, radix: 16, uppercase: true)
    return Array("%\(digits.count < 2 ? "0" : "")\(digits)".utf8)
  }
}
