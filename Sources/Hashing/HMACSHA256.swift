/// HMAC-SHA-256 of RFC 2104, as the mail service's signatures use it.
public enum HMACSHA256 {
  /// The authentication code of a message under a key of any length.
  public static func code(for message: [UInt8], key: [UInt8]) -> Digest {
    var block = key.count > 64 ? SHA256.hash(key).bytes : key
    block.append(contentsOf: repeatElement(0, count: 64 - block.count))
    let inner = SHA256.hash(block.map { $0 ^ 0x36 } + message)
    return SHA256.hash(block.map { $0 ^ 0x5C } + inner.bytes)
  }
}
