import Composing
import Diagnostics
import Foundation
import Linting
import TestSupport
import Testing

/// Mails as tools and people make them: no false error, and each warning is one that is meant.
@Suite struct MailTests {
  /// A mail, and the rules that speak on it at warning level or above, each with its reason.
  struct Mail: Sendable, CustomTestStringConvertible {
    let name: String
    let warnings: [Warning]

    var testDescription: String { name }
  }

  struct Warning: Sendable {
    let rule: String
    let place: String
    let reason: String
  }

  static let mails = [
    // Columns side by side with tables for Outlook, as hand-written frameworks have them.
    Mail(
      name: "hybrid",
      warnings: [
        Warning(
          rule: "unsupported-layout", place: "margin: 0 -2px",
          reason: "Gmail drops it, so that the columns stand two pixels narrower than meant")
      ]),
    // What a compiler of a language of its own prints.
    Mail(name: "compiled", warnings: []),
    // A letter with hardly any markup; a fragment.
    Mail(name: "plain", warnings: []),
    // What Word saves, with VML.
    Mail(name: "outlook", warnings: []),
    // What an editor for newsletters exports.
    Mail(
      name: "builder",
      warnings: [
        Warning(
          rule: "no-lang", place: "<html>",
          reason: "nothing in it says that it is English"),
        Warning(
          rule: "layout-table-role",
          place: "<table cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" class=\"es-wrapper\"",
          reason: "the editor writes the role on the innermost tables alone"),
        Warning(
          rule: "link-without-name",
          place: "<a target=\"_blank\" href=\"https://shop.example.com/\"",
          reason: "the image in it is marked as decoration"),
        Warning(
          rule: "low-contrast", place: "Number", reason: "gray on white, hard to read"),
        Warning(
          rule: "low-contrast", place: "Read more", reason: "white on light green, hard to read"),
        Warning(
          rule: "poor-alt-text", place: "fb.png", reason: "the name of the file"),
      ]),
  ]

  @Test(arguments: mails)
  func `warnings are those that are meant`(mail: Mail) throws {
    let body = try body(mail.name)
    let text = String(decoding: body, as: UTF8.self)
    let said = try lint(body).filter { $0.severity != .advice }
    let places = said.map { finding in
      let start = finding.location.span?.offset ?? 0
      return mail.warnings.first { warning in
        finding.rule == warning.rule && text.utf8.dropFirst(start).starts(with: warning.place.utf8)
      }?.place
    }
    #expect(
      places == mail.warnings.map(\.place), "\(said.map { ($0.rule, $0.location.description) })")
  }

  /// A large export is told in a screen or two, and the last line says whether it can be sent.
  @Test func `the report of a large export is short`() throws {
    let text = String(decoding: try body("builder"), as: UTF8.self)
    let start = try #require(
      text.range(
        of: "<table cellpadding=\"0\" cellspacing=\"0\" align=\"center\" class=\"es-content\""))
    let end = try #require(
      text.range(
        of: "<table cellpadding=\"0\" cellspacing=\"0\" align=\"center\" class=\"es-footer\""))
    let part = String(text[start.lowerBound..<end.lowerBound])
    let large = text.replacing(part, with: String(repeating: part, count: 25))
    #expect(large.utf8.count > 60_000)
    let report = Report(
      findings: try lint(Array(large.utf8)),
      summary: Report.Summary(templates: 1, recipients: 1, samples: false))
    #expect(report.findings.count > 50)
    let lines = ReportFormat.text.write(
      report, ReportOptions(language: .english, disclosure: .open)
    ).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 60, "\(lines.joined(separator: "\n"))")
    #expect(lines.last { !$0.isEmpty }?.contains("cannot be sent") == true)
  }

  private func body(_ name: String) throws -> [UInt8] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Mails/\(name).html")
    return [UInt8](try Data(contentsOf: file))
  }

  private func lint(_ body: [UInt8]) throws -> [Finding] {
    let mail = "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hello $<NAME>\"}"
    let draft = try Draft.of(mail: Array(mail.utf8), body: body)
    var linter = Linter(draft, options: LintOptions(list: "list"))
    for row in try draft.rows("address,NAME,ID\nkim@example.com,Kim,7\n") { linter.visit(row) }
    return linter.finish(columns: ["NAME", "ID"], unusedColumns: [])
  }
}
