/// The 32 bytes of a SHA-256 or HMAC-SHA-256.
public struct Digest: Sendable, Hashable {
  /// The bytes, most significant first.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 64 hexadecimal digits.
  public init?(hex: String) {
    let digits = hex.utf8.map {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 ? $0 &- 0x30 : ($0 | 0x20) &- 0x57
    }
    guard digits.count == 64, hex.allSatisfy(\.isHexDigit) else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// The digest in 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first digits as people compare them: `8a41-77c2`.
  public var short: String {
    let hex = hex
    return "\(hex.prefix(4))-\(hex.dropFirst(4).prefix(4))"
  }
}
