/// Eight bytes looked at at once.
enum ByteWord {
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// A word of one byte.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The high bit of each byte that is zero.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~high) &+ ~high) | word) & high
  }
}
