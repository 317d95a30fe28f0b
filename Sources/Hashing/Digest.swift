/// The 32 bytes of a SHA-256 or HMAC-SHA-256.
public struct Digest: Sendable, Hashable {
  /// The bytes, most significant first.
  public let bytes: [UInt8]

  /// The digest in 64 lower-case hexadecimal digits.
  public var hex: String {
    var text = ""
    for byte in bytes {
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}
