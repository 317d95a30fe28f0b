/// Finds one byte after the other that is one of two, in text that is walked from its beginning.
///
/// Sixty-four bytes are compared at once, so that most marks are found without asking again where
/// the text goes on.
public struct MarkSearch {
  @usableFromInline static let stretch = 64

  @usableFromInline let text: UnsafeBufferPointer<UInt8>
  @usableFromInline let one: UInt64
  @usableFromInline let other: UInt64
  /// Where the stretch begins that was compared last.
  @usableFromInline var start = 0
  /// One bit for each byte of it, the first lowest.
  @usableFromInline var marks: UInt64 = 0

  /// Prepares the search for two bytes, neither of them zero.
  @inlinable
  public init(for one: UInt8, _ other: UInt8, in text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.one = ByteWord.all(one)
    self.other = ByteWord.all(other)
    marks = found()
  }

  /// The first mark from a place on, which never lies before the place asked for last; the text's
  /// end if there is none.
  @inlinable @inline(__always)
  public mutating func next(from index: Int) -> Int {
    let offset = index &- start
    let left = offset < Self.stretch ? marks &>> UInt64(truncatingIfNeeded: offset) : 0
    return left == 0 ? nextBeyond(index) : index &+ left.trailingZeroBitCount
  }

  /// Goes on to the stretch that has the next mark, where none is left in this one.
  @usableFromInline @inline(never)
  mutating func nextBeyond(_ index: Int) -> Int {
    start = max(start &+ Self.stretch, index & ~(Self.stretch &- 1))
    marks = found()
    if start < index { marks &= UInt64.max &<< UInt64(truncatingIfNeeded: index &- start) }
    while marks == 0 {
      start &+= Self.stretch
      guard start < text.count else { return text.count }
      marks = found()
    }
    return start &+ marks.trailingZeroBitCount
  }

  @usableFromInline
  func found() -> UInt64 {
    guard start &+ Self.stretch <= text.count, let base = text.baseAddress else {
      return foundAtEnd()
    }
    var marks: UInt64 = 0
    for word in 0..<8 {
      let bits = bits(ByteWord.load(base + (start &+ word &* ByteWord.size)))
      marks |= bits &<< UInt64(truncatingIfNeeded: word &* ByteWord.size)
    }
    return marks
  }

  private func foundAtEnd() -> UInt64 {
    var marks: UInt64 = 0
    for word in 0..<8 {
      let bits = bits(ByteWord.load(text, at: start + word * ByteWord.size))
      marks |= bits << UInt64(word * ByteWord.size)
    }
    return marks
  }

  /// One bit for each byte of a word.
  @inline(__always)
  func bits(_ word: UInt64) -> UInt64 {
    let marks = ByteWord.zeros(word ^ one) | ByteWord.zeros(word ^ other)
    // Each factor takes one byte's bit to its place in the highest byte.
    return ((marks &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }
}
