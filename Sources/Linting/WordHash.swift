import Bytes

/// A number for one text after the other, made of eight bytes at once.
struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a text and where it ends.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - fold: what is taken for a word of it; zeros, which stand behind the last byte, stay.
  @inline(__always)
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, fold: (UInt64) -> UInt64) {
    var offset = 0
    while offset < text.count {
      add(fold(ByteWord.load(text, at: offset)))
      offset &+= ByteWord.size
    }
    add(UInt64(truncatingIfNeeded: text.count))
  }

  @inline(__always)
  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
    state ^= state &>> 32
  }

  /// The number, whose bits all depend on all bytes.
  var value: UInt64 {
    let mixed = state &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed &>> 32)
  }
}
