import TestSupport
import Testing

@testable import Markup

@Suite struct StyleSheetTests {
  /// CSS with `‹…›` around what is wrong, and what that is.
  struct Case: Sendable {
    let css: String
    let problems: [StyleSheet.Problem.Kind]
    var isAttribute = false
  }

  static let cases = [
    Case(css: "a{color:red}b:hover>c[d=\"}\"]{}", problems: []),
    Case(css: "@media (a){b{c:d}@font-face{e:f}}@import url(x);", problems: []),
    Case(css: "@media (a)‹{›b{c:d}", problems: [.unclosedBlock]),
    Case(css: "a{b:c}‹}›", problems: [.strayBrace]),
    Case(css: "a{b:‹rgb(›1,2;c:d}", problems: [.unclosedBracket]),
    Case(css: "a{b:c‹)›}", problems: [.strayBracket]),
    Case(css: "a{b:‹'›c\n;d:e}", problems: [.unclosedQuote]),
    Case(css: "a{b:‹url(x y)›}", problems: [.badAddress]),
    Case(css: "a{‹b c›;d:e}", problems: [.missingColon]),
    Case(css: "a{b:c ‹d›:e}", problems: [.missingSemicolon]),
    Case(css: "a{b:c}‹;›d{}", problems: [.straySemicolon]),
    Case(css: "a{b:c}‹d›", problems: [.missingBlock]),
    Case(css: "b:c;*d:e;_f:g;filter:progid:h.i(j=k)", problems: [], isAttribute: true),
    Case(css: "b:c;‹}›", problems: [.strayBrace], isAttribute: true),
  ]

  @Test(arguments: cases)
  func `problems are found at their places`(example: Case) throws {
    let parts = example.css.split(omittingEmptySubsequences: false) { "‹›".contains($0) }
    let bytes = Array(parts.joined().utf8)
    let sheet = StyleSheet(in: 0..<bytes.count, of: bytes, isAttribute: example.isAttribute)
    #expect(sheet.problems.map(\.kind) == example.problems)
    let start = parts[0].utf8.count
    let marked = parts.count > 1 ? [start..<(start + parts[1].utf8.count)] : []
    #expect(sheet.problems.map(\.range) == marked)
  }

  @Test func `ranges lead back through character references`() throws {
    let text = Array("<p style=\"a:&quot;x&quot;;b:1.5px\">".utf8)
    let start = "<p style=\"".utf8.count
    let sheet = StyleSheet(in: start..<(text.count - 2), of: text, isAttribute: true)
    let words = sheet.words.map { String(decoding: text[$0.range], as: UTF8.self) }
    #expect(words == ["&quot;x&quot;", "1.5px"])
    #expect(sheet.words.map(\.text) == ["x", "px"])
    #expect(sheet.words.last?.number == 1.5)
    #expect(sheet.declarations.map(\.name) == ["a", "b"])
  }

  @Test func `declarations know the blocks around them`() throws {
    let css = Array("@supports (a){@media b{c{d:e}}}f{g:h}".utf8)
    let sheet = StyleSheet(in: 0..<css.count, of: css, isAttribute: false)
    #expect(
      sheet.declarations.map { sheet.atRules(around: $0.block) } == [["media", "supports"], []])
    #expect(sheet.atRules.map(\.followsRules) == [false, true])
  }

  /// Whatever the text, every range lies in it, and words come in order.
  @Test(arguments: [1, 2, 3] as [UInt64], [false, true])
  func `any text is read to its end`(seed: UInt64, isAttribute: Bool) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let bytes =
        Bool.random(using: &random) ? MutatedCSS.bytes(&random) : MutatedCSS.noise(&random)
      let sheet = StyleSheet(in: 0..<bytes.count, of: bytes, isAttribute: isAttribute)
      let ranges = sheet.words.map(\.range)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      let places = ranges + sheet.problems.map(\.range) + sheet.declarations.map(\.range)
      #expect(places.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count })
    }
  }
}
