/// Eight bytes looked at at once, the first of them in the lowest bits.
public enum ByteWord {
  /// How many bytes a word has.
  @inlinable public static var size: Int { 8 }

  /// The high bit of each byte.
  @inlinable public static var high: UInt64 { 0x8080_8080_8080_8080 }

  /// A word of one byte.
  @inlinable
  public static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The word at an address, eight bytes from which must be readable.
  @inlinable
  public static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The word at an offset of a text, with zeros behind the text's end.
  @inlinable
  public static func load(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    guard let base = text.baseAddress, offset < text.count else { return 0 }
    let rest = text.count &- offset
    if rest >= size { return load(base + offset) }
    if text.count >= size {
      return load(base + (text.count &- size)) &>> UInt64(truncatingIfNeeded: 8 &* (size &- rest))
    }
    var word: UInt64 = 0
    for index in (offset..<text.count).reversed() { word = word &<< 8 | UInt64(base[index]) }
    return word
  }

  /// A word of ones in its first bytes, of which there are less than eight.
  @inlinable
  public static func mask(ofFirst count: Int) -> UInt64 {
    ~(UInt64.max &<< UInt64(truncatingIfNeeded: 8 &* count))
  }

  /// The high bit of each byte that is zero.
  @inlinable
  public static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~high) &+ ~high) | word) & high
  }

  /// The high bit of each byte from one to another, both of ASCII.
  @inlinable
  public static func within(_ first: UInt8, _ last: UInt8, _ word: UInt64) -> UInt64 {
    let low = word & ~high
    return (low &+ all(0x80 &- first)) & ~(low &+ all(0x7F &- last)) & ~word & high
  }

  /// The word with capitals of ASCII made small.
  @inlinable
  public static func lowercased(_ word: UInt64) -> UInt64 {
    word | within(UInt8(ascii: "A"), UInt8(ascii: "Z"), word) &>> 2
  }

  /// How many bytes come before the first whose high bit is set.
  @inlinable
  public static func index(of marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }
}
