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
    // A character may begin with the word's last byte.
    while range.upperBound &- index >= 2 &* ByteWord.size {
      let ascii = ByteWord.index(of: ByteWord.load(base + index) & ByteWord.high)
      index &+= ascii
      if ascii == ByteWord.size { continue }
      let length = lengthOfCharacter(ByteWord.load(base + index))
      guard length > 0 else { return index }
      index &+= length
    }
    return index
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
