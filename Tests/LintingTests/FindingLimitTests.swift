import Composing
import Diagnostics
import Linting
import TestSupport
import Testing

/// Mistakes beyond counting are counted, not listed.
@Suite struct FindingLimitTests {
  @Test func `one mistake made often is listed so far and counted`() throws {
    let count = 3000
    let draft = try Draft.of(
      mail: Array("{\"senderAddress\": \"a@shop.kr\", \"title\": \"x\"}".utf8),
      body: Array(String(repeating: "$< A >\n", count: count).utf8))
    var linter = Linter(draft, options: LintOptions())
    let findings = linter.finish(columns: [], unusedColumns: []).filter { $0.severity == .error }
    #expect(findings.count < count)
    #expect(findings.reduce(0) { $0 + 1 + $1.further } == count)
    let report = Report(
      findings: findings, summary: Report.Summary(templates: 1, recipients: 0, samples: false))
    #expect(report.count(.error) == count)
    let text = ReportFormat.text.write(
      report, ReportOptions(language: .english, disclosure: .open))
    #expect(text.contains("2,997 more of ["))
    #expect(text.contains("cannot be sent: 3,000 errors"))
  }
}
