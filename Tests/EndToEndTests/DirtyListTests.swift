import Foundation
import TestSupport
import Testing

/// Every spoiled row of a long list is found under its own rule and no other, and what is left after
/// taking such rows out is clean.
@Suite struct DirtyListTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      var rule: String
      var rows: [Int]?
      var count: Int
    }
    var findings: [Finding]
  }

  /// `TMPL_PEOPLE=100000` is what CI runs.
  private static let people =
    ProcessInfo.processInfo.environment["TMPL_PEOPLE"].flatMap { Int($0) } ?? 4000

  @Test func `forty kinds of trouble are told apart, and taken out`() throws {
    #expect(DirtyList.kinds >= 40)
    let list = DirtyList(people: Self.people, seed: 11)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "{\"senderAddress\": \"a@shop.kr\", \"title\": \"$<CODE>\"}", to: "templates/t/mail.json")
    try folder.write(
      "<p title=\"$<CODE>\">$<이름> $<GRADE ?? \"-\"> $<AMOUNT> $<DUE_DATE></p>\n"
        + "<a href=\"https://shop.kr/?id=$<LINK_ID>\">x</a>\n", to: "templates/t/body.html")
    try folder.write(list.text, to: "list.csv")
    let dirty = try folder.tool.run(
      ["lint", "t", "-r", "list.csv", "--format", "json", "--clean-rows", "clean.csv"])
    #expect(dirty.status == 1)
    let findings = try JSONDecoder().decode(Report.self, from: dirty.output).findings
    #expect(Set(findings.map(\.rule)) == Set(list.rows.keys))
    for (rule, rows) in list.rows {
      let own = findings.filter { $0.rule == rule }
      #expect(own.flatMap { $0.rows ?? [] }.sorted() == rows.sorted(), "\(rule)")
      #expect(own.reduce(0) { $0 + $1.count } == rows.count, "\(rule)")
    }
    let clean = try folder.tool.run(["lint", "t", "-r", "clean.csv"])
    #expect(clean.status == 0, "\(clean.text)")
    #expect(clean.errors.hasPrefix("clean.csv · "))
  }
}
