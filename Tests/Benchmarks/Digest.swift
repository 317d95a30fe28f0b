/// Bytes told apart by 64 bits (FNV-1a).
struct Digest: Equatable {
  private let value: UInt64

  init(_ bytes: [UInt8]) {
    value = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The digest that `description` gave; nil for anything else.
  init?(_ description: some StringProtocol) {
    guard let value = UInt64(description, radix: 16) else { return nil }
    self.value = value
  }
}

extension Digest: CustomStringConvertible {
  var description: String { String(value, radix: 16) }
}
