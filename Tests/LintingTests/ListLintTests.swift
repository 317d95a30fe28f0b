import Composing
import Diagnostics
import Linting
import Recipients
import TestSupport
import Testing

/// Long lists: nothing is said of clean ones, and every spoiled row is found under its own rule.
@Suite struct ListLintTests {
  private static let body = """
    <p title="$<CODE>">$<이름> $<GRADE ?? "-"> $<AMOUNT> $<DUE_DATE></p>
    <a href="https://shop.kr/?id=$<LINK_ID>">x</a>
    """

  private func lint(_ list: String) throws -> [Finding] {
    let draft = try Draft.of(
      mail: Array("{\"senderAddress\": \"a@shop.kr\", \"title\": \"$<CODE>\"}".utf8),
      body: Array(Self.body.utf8))
    var reader = try RecipientReader(
      MemorySource(Array(list.utf8)), wanted: WantedFields(parameters: draft.parameterNames))
    var linter = Linter(draft, options: LintOptions(list: "list"))
    while let row = try reader.next() { linter.visit(row) }
    return linter.finish(columns: reader.columns, unusedColumns: reader.unusedColumns)
  }

  @Test(arguments: [1] as [UInt64])
  func `nothing is said of a clean list`(seed: UInt64) throws {
    let findings = try lint(GeneratedList(people: 10_000, seed: seed).text)
    #expect(findings.isEmpty, "\(findings.map { "\($0.rule) \($0.rows.prefix(3))" })")
  }

  /// What spoils one cell, and the rule that says so.
  struct Spoiling: Sendable {
    let rule: String
    let column: Int
    let text: String

    init(_ rule: String, _ column: Int, _ text: String) {
      self.rule = rule
      self.column = column
      self.text = text
    }
  }

  private static let spoilings: [Spoiling] = [
    Spoiling("empty-value", 1, ""), Spoiling("empty-value", 4, " \u{3164}\u{200B}"),
    Spoiling("missing-value-text", 1, "NULL"), Spoiling("missing-value-text", 2, "#REF!"),
    Spoiling("missing-value-text", 5, "NaN"), Spoiling("missing-value-text", 3, "######"),
    Spoiling("damaged-text", 1, "ê¹€ë¯¼ìˆ˜"), Spoiling("damaged-text", 2, "김\u{FFFD}수"),
    Spoiling("damaged-text", 1, "±è¹Î¼ö"), Spoiling("control-character", 2, "a\u{1}b"),
    Spoiling("control-character", 1, "김\u{85}수\u{84}"),
    Spoiling("bidi-control", 2, "x\u{202E}fdp.exe"),
    Spoiling("line-break-in-header-value", 3, "A\nBcc: x"),
    Spoiling("unusable-value", 3, "${X}"), Spoiling("unusable-value", 3, "#{X}"),
    Spoiling("placeholder-in-value", 2, "${X}"), Spoiling("placeholder-in-value", 1, "{{name}}"),
    Spoiling("markup-in-value", 2, "<b>x</b>"), Spoiling("markup-in-value", 1, "<!-- x"),
    Spoiling("invisible-character", 4, "m\u{200B}1"),
    Spoiling("invisible-character", 2, "a\u{2060}b"),
    Spoiling("already-escaped-value", 1, "O&#39;Brien"),
    Spoiling("already-escaped-value", 2, "%EA%B9%80"), Spoiling("not-nfc", 1, "Rene\u{301}"),
    Spoiling("not-nfc", 2, "\u{1100}\u{1161}"), Spoiling("mixed-script-word", 2, "p\u{430}ypal"),
    Spoiling("lost-character", 1, "김?수"), Spoiling("outer-whitespace", 1, "김하늘 "),
    Spoiling("outer-whitespace", 2, "\u{3000}골드"), Spoiling("outer-whitespace", 3, "A  B"),
    Spoiling("scientific-notation", 5, "8.80123E+12"), Spoiling("bad-date", 6, "2026-02-30"),
    Spoiling("invalid-address", 0, "a@@shop.kr"), Spoiling("invalid-address", 0, "a.b.c"),
    Spoiling("address-too-long", 0, String(repeating: "x", count: 65) + "@shop.kr"),
    Spoiling("address-whitespace", 0, " spaced@shop.kr"),
    Spoiling("not-a-bare-address", 0, "Kim <bare@shop.kr>"),
    Spoiling("internationalised-address", 0, "김@shop.kr"),
    Spoiling("undeliverable-domain", 0, "x@host.test"),
    Spoiling("likely-typo-domain", 0, "x@gmial.com"),
    Spoiling("role-address", 0, "noreply@shop.kr"),
    Spoiling("duplicate-address", 0, "user1@NAVER.com"),
    Spoiling("duplicate-mailbox", 0, "u.ser2+x@gmail.com"),
  ]

  @Test func `each spoiled row is found under its own rule and no other`() throws {
    #expect(Self.spoilings.count >= 40)
    var list = GeneratedList(people: 5000, seed: 11)
    var random = SeededGenerator(seed: 12)
    var free = Array(10...5001).shuffled(using: &random)
    var expected: [String: Set<Int>] = [:]
    for spoiling in Self.spoilings {
      // Addresses that occur often would be found to do so as well.
      for _ in 0..<(spoiling.column == 0 ? 1 : Int.random(in: 1...5, using: &random)) {
        let row = free.removeLast()
        list.spoil(row: row, column: spoiling.column, spoiling.text)
        expected[spoiling.rule, default: []].insert(row)
      }
    }
    expected["duplicate-address"]?.insert(3)
    expected["duplicate-mailbox"]?.insert(4)
    let findings = try lint(list.text)
    #expect(Set(findings.map(\.rule)) == Set(expected.keys))
    for (rule, rows) in expected {
      let own = findings.filter { $0.rule == rule }
      #expect(own.flatMap(\.rows).sorted() == rows.sorted(), "\(rule)")
      #expect(own.reduce(0) { $0 + $1.count } == rows.count, "\(rule)")
    }
  }

  /// A value that the composer refuses keeps the mail from being sent, whatever else is wrong.
  @Test func `every refused value is an error`() throws {
    let draft = try Draft.of(
      mail: Array("{\"senderAddress\": \"a@shop.kr\", \"title\": \"x $<T>\"}".utf8),
      body: Array("<p>$<T></p><a href=\"$<T>\">x</a><b style=\"color:$<T>\">y</b>".utf8))
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      // No list holds a zero byte.
      let value = HostileValues.text(&random).replacing("\0", with: "")
      let list = "address,T\na@shop.kr,\"\(value.replacing("\"", with: "\"\""))\"\n"
      var reader = try RecipientReader(
        MemorySource(Array(list.utf8)), wanted: WantedFields(parameters: draft.parameterNames))
      var linter = Linter(draft, options: LintOptions(list: "list"))
      var isRefused = false
      while let row = try reader.next() {
        var problems: [ValueProblem] = []
        _ = draft.mail(for: row, problems: &problems)
        isRefused = isRefused || !problems.isEmpty
        linter.visit(row)
      }
      let findings = linter.finish(columns: reader.columns, unusedColumns: reader.unusedColumns)
      #expect(
        !isRefused || findings.contains { $0.severity == .error }, "\(value.debugDescription)")
    }
  }
}
