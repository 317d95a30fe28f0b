import Bytes

/// Text that stands in HTML as it is, which is what most values are.
///
/// Values are short and of all lengths, so that telling lengths apart costs more than the copy: a
/// whole block is always looked at and copied at once, whatever of it is the value. Text that is
/// not calm may still need no escaping; a closer look tells.
enum CalmText {
  /// How many bytes are read and written at once.
  static let block = 16

  /// Copies a text if it is calm: it begins with a character that is seen, and holds no control
  /// character and nothing that HTML or the service would read as more than text.
  ///
  /// - Parameters:
  ///   - text: the text; a block of memory from its beginning must be readable.
  ///   - target: room for a block and for all of the text.
  /// - Returns: whether the text is calm; else what was written means nothing.
  @inline(__always)
  static func copy(
    _ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    guard let base = text.baseAddress, let first = text.first,
      ByteTraits.of(first).contains(.visible)
    else { return false }
    let source = UnsafeRawPointer(base)
    let target = UnsafeMutableRawPointer(target)
    if text.count > block { return copyLong(source, text.count, to: target) }
    return copyBlock(source, text.count, to: target)
  }

  @inline(__always)
  private static func copyBlock(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
  ) -> Bool {
    /// What is restless among the bytes of a word that belong to the value.
    @inline(__always)
    func copyWord(at offset: Int) -> UInt64 {
      let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
      let rest = 8 &* (8 &+ offset &- count)
      let mask = rest >= 64 ? 0 : UInt64.max &>> UInt64(truncatingIfNeeded: max(rest, 0))
      return restless(UInt64(littleEndian: word)) & mask
    }
    return copyWord(at: 0) | copyWord(at: 8) == 0
  }

  /// The last word may overlap the one before it.
  private static func copyLong(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
  ) -> Bool {
    var found: UInt64 = 0
    func copyWord(at offset: Int) {
      let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
      found |= restless(word)
    }
    for offset in stride(from: 0, to: count &- 8, by: 8) { copyWord(at: offset) }
    copyWord(at: count &- 8)
    return found == 0
  }

  // MARK: Eight bytes at a time

  /// High bits, of which one is set where a byte is zero, and else none below the first that is.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ByteWord.all(1)) & ~word }

  /// High bits, of which some are set if a byte is not calm: below `(` but for the space, `<` and
  /// `>`, the back-tick, `{` and the delete character.
  ///
  /// Borrows from a byte to the next may add a `(` behind a space, which a closer look sees, and
  /// leave out a `!` behind one, which is calm.
  @inline(__always)
  private static func restless(_ word: UInt64) -> UInt64 {
    let low = (word &- ByteWord.all(0x28)) & ~word & ~zeros(word ^ ByteWord.all(0x20))
    return ByteWord.high
      & (low | zeros((word | ByteWord.all(0x02)) ^ ByteWord.all(0x3E))
        | zeros(word ^ ByteWord.all(0x60))
        | zeros((word | ByteWord.all(0x04)) ^ ByteWord.all(0x7F)))
  }
}
