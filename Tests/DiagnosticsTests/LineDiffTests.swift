import Diagnostics
import TestSupport
import Testing

/// Differences between texts, as people and `diff -u` see them.
@Suite struct LineDiffTests {
  private func diff(_ old: String, _ new: String) -> LineDiff {
    LineDiff(Array(old.utf8), Array(new.utf8))
  }

  @Test func `kept and removed lines are the old text, kept and added the new`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0..<12, using: &random)).map { _ in
          ["a", "b", "c", ""].randomElement(using: &random) ?? ""
        }
      }
      let (old, new) = (texts[0].map { $0 + "\n" }.joined(), texts[1].map { $0 + "\n" }.joined())
      var rebuilt = (old: [String](), new: [String]())
      for line in diff(old, new).lines {
        switch line {
        case .kept(let line):
          rebuilt.old.append(String(decoding: line, as: UTF8.self))
          rebuilt.new.append(String(decoding: line, as: UTF8.self))
        case .removed(let line): rebuilt.old.append(String(decoding: line, as: UTF8.self))
        case .added(let line): rebuilt.new.append(String(decoding: line, as: UTF8.self))
        }
      }
      #expect(rebuilt.old == texts[0] && rebuilt.new == texts[1], "\(texts)")
      #expect(diff(old, new).isEmpty == (texts[0] == texts[1]))
    }
  }

  @Test func `a change in lines that differ otherwise is one change`() {
    let first = diff("Dear Kim, 12월\nx\n", "Dear Kim, 1월\nx\n").changes
    let second = diff("Dear Lee, 12월\ny\n", "Dear Lee, 1월\ny\n").changes
    #expect(first.map(\.essence) == second.map(\.essence))
    #expect(first.map(\.number) == [1])
    let other = diff("Dear Kim, 12월\n", "Dear Kim, 11월\n").changes
    #expect(other.map(\.essence) != first.map(\.essence))
    let whole = diff("a\n", "a\nb\n").changes
    #expect(whole.map(\.number) == [2] && whole.map(\.excerpt) == [["+b"]])
    // Characters stay whole.
    let accents = diff("é\n", "è\n").changes
    #expect(accents.first?.essence.removed == Array("é".utf8))
    #expect(accents.first?.excerpt == ["-é", "+è"])
  }

  @Test func `texts that have nothing in common take no time to speak of`() {
    let old = (0..<20_000).map { "old \($0)\n" }.joined()
    let new = (0..<20_000).map { "new \($0)\n" }.joined()
    let changes = diff(old, new).changes
    #expect(changes.count == 20_000)
    #expect(changes.allSatisfy { $0.essence.removed == Array("old".utf8) })
  }
}
