import Foundation
import Testing

/// A thousand people, three missing columns, seven empty cells: all accounted for, nothing else.
@Suite struct LintReportTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      struct Range: Decodable {
        var line: Int
        var column: Int
      }
      var rule: String
      var severity: String
      var file: String
      var range: Range?
      var parameter: String?
      var rows: [Int]?
      var count: Int
    }
    struct Summary: Decodable {
      var recipients: Int
      var errors: Int
      var warnings: Int
    }
    var schema: Int
    var findings: [Finding]
    var summary: Summary
  }

  /// The cells that are empty, by column and row.
  private static let holes = ["A": [5, 101, 999], "B": [17, 500], "C": [100, 900]]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi $<A>\"}",
      to: "templates/t/mail.json")
    try folder.write(
      "<p>$<A> $<B> $<C>\n$<D> $<E> $<F></p>\n<b title=\"$<C>\">x</b>\n",
      to: "templates/t/body.html")
    var list = "address,A,B,C\n"
    for row in 2...1001 {
      let cells = ["A", "B", "C"].map { Self.holes[$0]?.contains(row) == true ? "" : "v\(row)" }
      list += "u\(row)@example.com," + cells.joined(separator: ",") + "\n"
    }
    try folder.write(list, to: "list.csv")
    return folder
  }

  @Test func `the report has exactly what is wrong`() throws {
    let folder = try folder()
    defer { folder.remove() }
    let result = try folder.tool.run(["lint", "t", "-r", "list.csv", "--format", "json"])
    #expect(result.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: result.output)
    #expect(report.schema == 1)
    #expect(report.summary.recipients == 1000)
    #expect(report.summary.errors == 6)
    #expect(report.summary.warnings == 0)
    #expect(report.findings.count == 6)
    let places = ["D": (2, 1), "E": (2, 6), "F": (2, 11)]
    for (name, place) in places {
      let finding = report.findings.first { $0.parameter == name }
      #expect(finding?.rule == "undefined-placeholder")
      #expect(finding?.severity == "error")
      #expect(finding?.file == "templates/t/body.html")
      #expect(finding?.range?.line == place.0)
      #expect(finding?.range?.column == place.1)
      #expect(finding?.count == 1000)
    }
    for (name, rows) in Self.holes {
      let finding = report.findings.first { $0.parameter == name }
      #expect(finding?.rule == "empty-value")
      #expect(finding?.rows == rows)
      #expect(finding?.count == rows.count)
    }
    #expect(report.findings.first { $0.parameter == "A" }?.file == "templates/t/mail.json")
  }
}
