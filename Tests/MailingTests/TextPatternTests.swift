import Mailing
import TestSupport
import Testing

@Suite struct TextPatternTests {
  @Test(arguments: [
    ("^a+$", ["a", "aaa"], ["", "b", "ab"]), ("b", ["b", "abc"], ["", "a"]),
    ("^(a|bc)*$", ["", "abca"], ["b", "ac"]),
    ("^[A-Z]{2,3}-\\d{4}$", ["AB-1234"], ["A-1234", "ABCD-1234"]),
    ("^[^0-9]+$", ["김민수"], ["a1", ""]), ("^a?b{2}$", ["bb", "abb"], ["b", "abbb"]),
    ("^\\w+\\.\\S*$", ["a.", "a.b"], ["a b", ".x"]), ("^(?:x|y){2}$", ["xy"], ["x", "xyx"]),
    ("^.$", ["김", "."], ["", "ab", "\n"]), ("^[가-힣]{2,4}$", ["김하늘"], ["김", "kim"]),
    ("^\\u0041\\x42$", ["AB"], ["ab"]), ("|a", ["", "b"], []), ("[\\]\\-x]", ["]", "-"], ["a"]),
    ("^[\\d-]+$", ["1-2"], ["a"]), ("^[^\\d\\s]$", ["x"], ["1", " "]),
  ])
  func `expressions`(expression: String, matching: [String], others: [String]) throws {
    let pattern = try #require(TextPattern(expression))
    for text in matching { #expect(pattern.matches(text), "\(expression) \(text)") }
    for text in others { #expect(!pattern.matches(text), "\(expression) \(text)") }
  }

  @Test(arguments: [
    "(", ")", "a)", "[a", "[z-a]", "*a", "a{2", "a{3,2}", "\\", "\\1", "(?=a)", "(?<n>a)", "\\b",
    "((((a{99}){99}){99}){99})", "a{1001}", String(repeating: "(", count: 10_000),
  ])
  func `no expressions, or too many steps`(expression: String) {
    #expect(TextPattern(expression) == nil)
  }

  /// What makes backtracking take for ever takes a step per character here.
  @Test func `no text takes long`() throws {
    let pattern = try #require(TextPattern("^(a+)+(a|a)*(a*)*$"))
    #expect(!pattern.matches(String(repeating: "a", count: 5000) + "b"))
  }

  @Test func `any expression is read or refused`() {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "a", "(", ")", "[", "]", "^", "$", "|", "*", "+", "?", "{2}", "{1,}", "\\d", "\\", "-", ".",
    ]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      _ = TextPattern(text)?.matches("ab1-")
    }
  }
}
