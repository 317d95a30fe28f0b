import Bytes
import TestSupport
import Testing

/// Words of eight bytes tell what eight single bytes tell.
@Suite struct ByteWordTests {
  /// Bytes at which one answer ends and another begins, among any others.
  private static func bytes(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let edges: [UInt8] = [
      0, 1, 0x20, 0x2F, 0x30, 0x39, 0x3A, 0x40, 0x41, 0x5A, 0x5B, 0x60, 0x61, 0x7A, 0x7B, 0x7F,
      0x80, 0xC1, 0xDA, 0xFF,
    ]
    return (0..<count).map { _ in
      Bool.random(using: &random)
        ? edges[Int.random(in: 0..<edges.count, using: &random)]
        : UInt8.random(in: 0...255, using: &random)
    }
  }

  private static func marked(_ word: UInt64) -> [Bool] {
    (0..<8).map { word >> UInt64(8 * $0) & 0xFF == 0x80 }
  }

  @Test func `each byte of a word is told by itself`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5000 {
      let bytes = Self.bytes(8, &random)
      let word = bytes.withUnsafeBufferPointer { ByteWord.load($0, at: 0) }
      #expect(Self.marked(ByteWord.zeros(word)) == bytes.map { $0 == 0 })
      let digits = ByteWord.within(UInt8(ascii: "0"), UInt8(ascii: "9"), word)
      #expect(Self.marked(digits) == bytes.map { (0x30...0x39).contains($0) })
      let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      #expect(
        ByteWord.lowercased(word) == small.withUnsafeBufferPointer { ByteWord.load($0, at: 0) })
    }
  }

  @Test func `a word that reaches beyond a text ends in zeros`() {
    var random = SeededGenerator(seed: 12)
    for count in 0..<20 {
      let bytes = Self.bytes(count, &random)
      for offset in 0..<24 {
        let expected = (0..<8).map { offset + $0 < count ? bytes[offset + $0] : 0 }
        let word = bytes.withUnsafeBufferPointer { ByteWord.load($0, at: offset) }
        #expect((0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } == expected)
      }
    }
    #expect(
      (0..<8).map { ByteWord.mask(ofFirst: $0).nonzeroBitCount } == [0, 8, 16, 24, 32, 40, 48, 56])
  }

  @Test func `marks are found in order, wherever a search goes on`() {
    var random = SeededGenerator(seed: 13)
    var found = 0
    for _ in 0..<400 {
      let density = Int.random(in: 1...90, using: &random)
      let text: [UInt8] = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        let isMark = Int.random(in: 0..<density, using: &random) == 0
        return isMark ? (Bool.random(using: &random) ? 0x2C : 0x0A) : 0x61
      }
      text.withUnsafeBufferPointer { text in
        var search = MarkSearch(for: 0x2C, 0x0A, in: text)
        var index = 0
        while index < text.count {
          let expected = text[index...].firstIndex { $0 == 0x2C || $0 == 0x0A } ?? text.count
          let next = search.next(from: index)
          #expect(next == expected)
          guard next < text.count else { break }
          found += 1
          index = next + Int.random(in: 1...80, using: &random)
        }
      }
    }
    #expect(found > 500)
  }
}
