import TestSupport
import Testing

@testable import Markup

/// Laws of every output, whatever the input: it is clean, and cleaning it again changes nothing.
struct CSSSanitizerFuzzTests {
  @Test(arguments: [1, 20_26, 7_777, 424_242] as [UInt64])
  func `stays clean under mutations`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<70 { check(MutatedCSS.bytes(&random)) }
  }

  @Test(arguments: [3, 99] as [UInt64])
  func `stays clean on scraps`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let scraps = MutatedCSS.scraps(&random)
      check(scraps)
      check(Array("a{color:".utf8) + scraps + Array(";float:left}b{}".utf8))
      check(Array("background:".utf8) + scraps + Array(";float:left".utf8))
      check(Array("font-family:".utf8) + scraps)
      check(Array("width:calc(".utf8) + scraps + Array(")".utf8))
    }
  }

  @Test(arguments: [5, 1234] as [UInt64])
  func `stays clean on noise`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      check(MutatedCSS.noise(&random))
      check(Array("font:'".utf8) + MutatedCSS.noise(&random) + Array("'".utf8))
    }
  }

  @Test(arguments: 0..<16)
  func `stays clean at every end`(part: Int) {
    let bytes = Array(MutatedCSS.sheet.utf8)
    for end in stride(from: part, through: bytes.count, by: 16) { check(Array(bytes[..<end])) }
  }

  private func check(_ bytes: [UInt8], location: SourceLocation = #_sourceLocation) {
    let outputs = [
      (SanitizedCSS.rules(bytes: bytes[...]), SanitizedCSS.rules),
      (SanitizedCSS.declarations(bytes: bytes), { SanitizedCSS.declarations($0) }),
    ]
    for (first, sanitize) in outputs {
      let second = sanitize(first.css)
      let isSound =
        first.problem == nil && second.css == first.css && second.removals.isEmpty
        && first.css.utf8.count <= 6 * bytes.count + 8
        && first.removals.allSatisfy { (0...bytes.count).contains($0.offset) }
      if !isSound {
        let input = String(decoding: bytes, as: UTF8.self).debugDescription
        Issue.record(
          "\(first.problem ?? "unstable") \(input) → \(first.css.debugDescription) → \(second)",
          sourceLocation: location)
      }
    }
  }

  // MARK: Cost

  private static let floods = [
    "(", ")", "{", "}", "[", "a{", "a(", "{{[(", "url(", "url(a ", "\\75rl(", "'", "\"\\", "/*",
    "/", "*/", "<!--", "-->", "<", "@", "@media ", "@media a{", "@media(", "@import ", ",", ":",
    ";",
    "\\", "\\0", "\\\n", "#", "-", "--", "+.", "1e", "1e+", ".", "\0", "é", "\u{F0000}", "\u{F3}",
    "a:", "a:b", "a,", "a ", "color:", "color:a ", "a{color:", "a{color:red", "&", "!",
    "color:min(",
  ]

  /// No byte is read twice: tokens follow one another, and there is never more than one a byte.
  @Test(arguments: floods)
  func `reads every byte once`(piece: String) {
    let bytes = Array(String(repeating: piece, count: 5_000).utf8)
    var tokenizer = CSSTokenizer(bytes)
    var end = 0
    while true {
      let token = tokenizer.next()
      if token.kind == .end { break }
      guard token.range.lowerBound >= end, token.range.upperBound > token.range.lowerBound,
        token.range.clamped(to: 0..<tokenizer.position) == token.range,
        token.content.clamped(to: token.range) == token.content
      else {
        Issue.record("\(token) at \(end)")
        return
      }
      end = token.range.upperBound
    }
    #expect(tokenizer.position == bytes.count)
    #expect(tokenizer.count <= bytes.count)
  }

  /// Twice the text takes at most twice the tokens, reports and output.
  @Test(arguments: floods)
  func `takes twice the work for twice the text`(piece: String) {
    let counts = [4_000, 8_000].map { count in
      var rewriter = CSSRewriter(Array(String(repeating: piece, count: count).utf8)) { _ in nil }
      rewriter.readRules(at: 0, nesting: 0)
      return [rewriter.tokenCount, rewriter.removals.count, rewriter.output.count]
    }
    for (single, double) in zip(counts[0], counts[1]) { #expect(double <= 2 * single + 2) }
  }

  /// What takes time in proportion to the length is done at once; what does not, never.
  @Test(.timeLimit(.minutes(1)), arguments: floods)
  func `withstands floods`(piece: String) {
    let count = CSSSanitizer.attributeLimit / piece.utf8.count
    let sheet = SanitizedCSS.rules(String(repeating: piece, count: count))
    #expect(sheet.problem == nil)
    let attribute = SanitizedCSS.declarations(String(repeating: piece, count: count))
    #expect(attribute.problem == nil)
  }
}
