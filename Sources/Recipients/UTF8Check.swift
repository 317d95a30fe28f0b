import Bytes

extension [UInt8] {
  /// The offset of the first byte in a range that is not UTF-8, or nil when all are.
  func firstInvalidUTF8(in range: Range<Int>) -> Int? {
    let sound = withUnsafeBufferPointer { UTF8Check.soundBeginning(of: $0, in: range) }
    do {
      _ = try UTF8Span(validating: span.extracting(sound..<range.upperBound))
      return nil
    } catch {
      return sound + error.byteOffsets.lowerBound
    }
  }

  /// The offset of the first zero byte in a range.
  func firstZero(in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { bytes in
      let found = UnsafeBufferPointer(rebasing: bytes[range]).first(0, from: 0)
      return found.map { range.lowerBound + $0 }
    }
  }
}

/// Tells UTF-8 a word at a time; the standard library, which takes an instruction a bit, says what is
/// wrong with the rest.
private enum UTF8Check {
  /// Where the characters end that are certainly sound, which leaves out the last few at least.
  static func soundBeginning(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int {
    guard let base = bytes.baseAddress else { return range.lowerBound }
    var index = range.lowerBound
    while true {
      index = endOfCommon(base, from: index, to: range.upperBound)
      // What stopped there is one character, or ends the text.
      guard range.upperBound &- index >= ByteWord.size else { return index }
      let length = base[index] < 0x80 ? 1 : lengthOfCharacter(ByteWord.load(base + index))
      guard length > 0 else { return index }
      index &+= length
    }
  }

  /// Where the sound characters end that are the most common ones: of up to three bytes, and begun by
  /// neither of the bytes that may begin what is too long (`C0`, `C1`, `E0`).
  ///
  /// All bytes of a word are compared at once with what the bytes before them announce; nothing
  /// depends on where characters begin.
  @inline(__always)
  private static func endOfCommon(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    // High bits of the first bytes of the next word: those that must continue a character, and that
    // which would make it a surrogate.
    var owed: UInt64 = 0
    var behindED: UInt64 = 0
    while end &- index >= ByteWord.size {
      let word = ByteWord.load(base + index)
      if word & ByteWord.high | owed != 0 {
        let leads = word & word &<< 1 & ByteWord.high
        let three = leads & word &<< 2
        let due = leads &<< 8 | three &<< 16 | owed
        let tails = word & ~(word &<< 1) & ByteWord.high
        let ed = some(word ^ ByteWord.all(0xED))
        let surrogate = (ed &<< 8 | behindED) & word &<< 2
        let rare =
          three & word &<< 3 | some(word & ByteWord.all(0xFE) ^ ByteWord.all(0xC0))
          | some(word ^ ByteWord.all(0xE0))
        if tails ^ due | surrogate | rare != 0 { break }
        owed = leads &>> 56 | three &>> 48
        behindED = ed &>> 56
      }
      index &+= ByteWord.size
    }
    if owed != 0 {
      repeat { index &-= 1 } while base[index] < 0xC0
    }
    return index
  }

  /// High bits, some of which are set if a byte is zero, and none if none is.
  @inline(__always)
  private static func some(_ word: UInt64) -> UInt64 {
    (word &- ByteWord.all(1)) & ~word & ByteWord.high
  }

  /// How long the character beyond ASCII is that a word begins with (RFC 3629 §4); 0 for none.
  @inline(__always)
  private static func lengthOfCharacter(_ word: UInt64) -> Int {
    let second = UInt8(truncatingIfNeeded: word >> 8)
    switch UInt8(truncatingIfNeeded: word) {
    case 0xE1...0xEC, 0xEE, 0xEF: return word & 0xC0_C000 == 0x80_8000 ? 3 : 0
    case 0xED: return word & 0xC0_C000 == 0x80_8000 && second < 0xA0 ? 3 : 0
    case 0xE0: return word & 0xC0_C000 == 0x80_8000 && second >= 0xA0 ? 3 : 0
    case 0xC2...0xDF: return word & 0xC000 == 0x8000 ? 2 : 0
    case 0xF1...0xF3: return word & 0xC0C0_C000 == 0x8080_8000 ? 4 : 0
    case 0xF0: return word & 0xC0C0_C000 == 0x8080_8000 && second >= 0x90 ? 4 : 0
    case 0xF4: return word & 0xC0C0_C000 == 0x8080_8000 && second < 0x90 ? 4 : 0
    default: return 0
    }
  }
}
