import Diagnostics
import TestSupport
import Testing

@Suite struct FixRoundTests {
  private func fix(_ range: Range<Int>, _ text: String) -> Fix {
    let start = Position(line: 1, column: range.lowerBound + 1)
    let end = Position(line: 1, column: range.upperBound + 1)
    return Fix(
      title: Message("x", ko: "가"), safety: .safe,
      span: SourceSpan(offset: range.lowerBound, length: range.count, start: start, end: end),
      replacement: text)
  }

  @Test func `edits that meet are made together, and those that overlap are not`() {
    let round = FixRound([fix(4..<6, "C"), fix(0..<2, "A"), fix(1..<3, "no"), fix(2..<3, "B")])
    #expect(round.applied(to: Array("aabxcc!".utf8)) == Array("ABxC!".utf8))
    #expect(round.fixes.count == 3)
  }

  @Test func `of two insertions in one place one is made`() {
    let round = FixRound([fix(1..<1, "x"), fix(1..<1, "y"), fix(1..<2, "z")])
    #expect(round.applied(to: Array("ab".utf8)) == Array("axb".utf8))
  }

  @Test func `an edit behind the end of the file is left out`() {
    #expect(FixRound([fix(3..<9, "x")]).applied(to: Array("abc".utf8)) == Array("abc".utf8))
  }
}

@Suite struct UnifiedDiffTests {
  @Test func `it is what patch reads`() {
    let old = Array("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk".utf8)
    let new = Array("a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nK\n".utf8)
    let text = String(decoding: UnifiedDiff(old: old, new: new).bytes(path: "x"), as: UTF8.self)
    #expect(
      text == """
        --- a/x
        +++ b/x
        @@ -1,5 +1,5 @@
         a
        -b
        +B
         c
         d
         e
        @@ -8,4 +8,4 @@
         h
         i
         j
        -k
        \\ No newline at end of file
        +K

        """)
  }

  @Test func `no change is no text`() {
    #expect(UnifiedDiff(old: Array("a\n".utf8), new: Array("a\n".utf8)).bytes(path: "x").isEmpty)
  }

  @Test func `made in the old text, it gives the new one`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      func text() -> String {
        let lines = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
          ["a", "b", "", "한"].randomElement(using: &generator) ?? ""
        }
        return lines.joined(separator: "\n") + (Bool.random(using: &generator) ? "\n" : "")
      }
      let (old, new) = (text(), text())
      let diff = UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8)).bytes(path: "x")
      #expect(patched(old, String(decoding: diff, as: UTF8.self)) == new)
    }
  }

  /// What `patch` would make of a text, checking every line that is to stay or go.
  private func patched(_ old: String, _ diff: String) -> String? {
    var rest = lines(old)[...]
    var output = ""
    var place = 0
    var hunk = lines(diff).dropFirst(2)
    while let line = hunk.popFirst() {
      var text = String(line.dropFirst())
      if hunk.first?.hasPrefix("\\") == true {
        hunk = hunk.dropFirst()
        text.removeLast()
      }
      switch line.first {
      case "@":
        let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
        let isEmpty = line.split(separator: " ")[1].hasSuffix(",0")
        let start = (numbers.first ?? 0) - (isEmpty ? 0 : 1)
        while place < start, let same = rest.popFirst() {
          output += same
          place += 1
        }
      case " ", "-":
        guard rest.popFirst() == text else { return nil }
        place += 1
        if line.first == " " { output += text }
      case "+": output += text
      default: return nil
      }
    }
    return output + rest.joined()
  }

  private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
    guard let last = lines.popLast() else { return [] }
    return last == "\n" ? lines : lines + [String(last.dropLast())]
  }
}
