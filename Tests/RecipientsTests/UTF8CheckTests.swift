import TestSupport
import Testing

@testable import Recipients

/// Text is told from other bytes a word at a time, with the standard library's result.
@Suite struct UTF8CheckTests {
  private static let pieces =
    [
      "a", "ab cd ef gh", "é", "߿", "ࠀ", "한글", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "𐀀", "😀",
      "\u{10FFFF}",
    ]
    .map { Array($0.utf8) }
    // Cut, overlong, surrogates, beyond the last character, stray.
    + [
      [0xC3], [0xE3, 0x81], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFF],
      [0xE3, 0xC3, 0x81],
    ]

  @Test func `finds the byte that the standard library finds`() {
    var random = SeededGenerator(seed: 5)
    var sound = 0
    for _ in 0..<6000 {
      // Mostly sound, so that what is wrong stands behind something.
      let text: [UInt8] = (0..<Int.random(in: 0...24, using: &random)).flatMap { _ in
        Self.pieces[
          Int.random(in: 0..<(Bool.random(using: &random) ? 12 : Self.pieces.count), using: &random)
        ]
      }
      let start = Int.random(in: 0...min(3, text.count), using: &random)
      let expected = Self.firstInvalid(text, from: start)
      sound += expected == nil ? 1 : 0
      #expect(text.firstInvalidUTF8(in: start..<text.count) == expected, "\(text) from \(start)")
    }
    #expect((400...5600).contains(sound))
  }

  private static func firstInvalid(_ text: [UInt8], from start: Int) -> Int? {
    do {
      _ = try UTF8Span(validating: text.span.extracting(start..<text.count))
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound
    }
  }
}
