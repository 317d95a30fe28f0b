import Composing
import Diagnostics
import Linting
import Markup
import Templating
import TestSupport
import Testing

/// What `--fix` does to a mail, on the examples of all rules.
@Suite struct FixTests {
  /// Rules whose fixes give back what was meant rather than keep what is there.
  private static let restoring: Set<String> = [
    "mangled-placeholder", "invalid-placeholder-name", "unterminated-placeholder",
    "dollar-before-tag", "control-character",
  ]

  /// Makes safe fixes until none is left, as `--fix` does.
  private func fixed(_ example: OpenedExample) throws -> (OpenedExample, rules: Set<String>) {
    var example = example
    var rules: Set<String> = []
    for _ in 0..<10 {
      let findings = try example.findings().filter { $0.fix?.safety == .safe }
      guard !findings.isEmpty else { return (example, rules) }
      rules.formUnion(findings.map(\.rule))
      for file in example.files.keys.sorted() {
        let round = FixRound(findings.filter { $0.location.file == file }.compactMap(\.fix))
        example = try example.applying(round, to: file)
      }
    }
    Issue.record("fixes come to no end: \(rules)")
    return (example, rules)
  }

  @Test(arguments: Rule.all.map(\.name))
  func `fixes come to an end and keep what a mail says`(name: String) throws {
    for example in try #require(Rule.named(name)).examples {
      let before = try OpenedExample(example)
      let (after, rules) = try fixed(before)
      #expect(try after.findings().allSatisfy { $0.fix?.safety != .safe })
      guard rules.isDisjoint(with: Self.restoring) else { continue }
      #expect(after.draft.parameterNames == before.draft.parameterNames, "\(example)")
      guard rules.isDisjoint(with: ["smart-quote-in-markup", "placeholder-position"]) else {
        continue
      }
      #expect(text(of: after) == text(of: before), "\(example)")
    }
  }

  /// Equality of strings is canonical equivalence, so composing changes nothing.
  private func text(of example: OpenedExample) -> String {
    let body = String(decoding: example.draft.body.masked, as: UTF8.self).unicodeScalars
      .filter { ![0x200B, 0x2060, 0xFEFF, 0xAD].contains($0.value) }
    return PlainText.beginning(
      of: Array(String(String.UnicodeScalarView(body)).utf8), characters: 10_000)
  }

  /// Mutated templates reach combinations that no example has.
  @Test func `fixes come to an end on damaged templates`() throws {
    var generator = SeededGenerator(seed: 20_261_125)
    let pieces = [
      "$<NAME>", "${NAME}", "$&lt;NAME&gt;", "$<name>", "</name>", "$<b>", "{NAME}", "</b>", "<p>",
      "</p>", "\u{200B}", "\u{1112}\u{1161}", "%24%7BNAME%7D", "“", "＝", "<a href=", ">", " ", "x",
      "\u{0}", "$< NAME >", "$<NA", "&nbsp;", "http://x", "\"", "(광고)", "＄｛NAME｝",
    ]
    for _ in 0..<80 {
      let body = (0..<Int.random(in: 1...14, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let (after, _) = try fixed(try OpenedExample(.probe(body)))
      #expect(try after.findings().allSatisfy { $0.fix?.safety != .safe }, "\(body)")
    }
  }
}
