import Diagnostics
import TestSupport
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1),
    ("a\r\nb", 2, 1, 3), ("a\rb", 2, 2, 1), ("a\n\nb", 2, 2, 1), ("a\n", 2, 2, 1), ("한글x", 6, 1, 3),
    ("😀x", 4, 1, 2), ("e\u{301}x", 3, 1, 3),
  ])
  func `offsets become lines and columns of code points`(
    text: String, offset: Int, line: Int, column: Int
  ) {
    let file = SourceFile(path: "x", bytes: Array(text.utf8))
    #expect(file.position(at: offset) == Position(line: line, column: column))
  }

  @Test func `it agrees with counting by hand`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        ["a", "\n", "\r", "\r\n", "한", "😀"].randomElement(using: &random) ?? "a"
      }.joined()
      let bytes = Array(text.utf8)
      let index = LineIndex(bytes)
      var line = 1
      var column = 1
      for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
        #expect(index.position(at: offset, in: bytes) == Position(line: line, column: column))
        let endsLine =
          bytes[offset] == 0x0A
          || bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
        (line, column) = endsLine ? (line + 1, 1) : (line, column + 1)
      }
    }
  }

  @Test func `places outside the text do not trap`() {
    let file = SourceFile(path: "x", bytes: Array("ab\nc".utf8))
    #expect(file.position(at: 99) == Position(line: 2, column: 2))
    #expect(file.lines.start(ofLine: 99) == 3)
    #expect(file.lines.start(ofLine: 0) == 0)
  }

  @Test func `a byte order mark is no column of the text but counts in the file`() {
    let file = SourceFile(path: "x", bytes: [0xEF, 0xBB, 0xBF] + Array("ab".utf8))
    let text = SourceText(file)
    #expect(text.bytes == Array("ab".utf8))
    #expect(text.location(of: 1..<2).span?.offset == 4)
  }
}
