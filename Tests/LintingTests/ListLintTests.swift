import Composing
import Diagnostics
import Linting
import Recipients
import TestSupport
import Testing

/// Long lists: nothing is said of clean ones, and no refused value passes.
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
