import Diagnostics
import JSONSyntax
import TestSupport
import Testing

/// Nothing that a template or a list holds can act in a report or make it as long as itself.
@Suite struct HostileReportTests {
  private static let texts = [
    "\n::error file=x::y", "\r\n::add-mask::x", "\u{1B}[2J\u{1B}]0;x\u{7}", "\u{9B}31m",
    "\u{202E}x",
    "\u{2028}::warning::x", "a\u{0}b", "\u{85}::error::x", "\u{FEFF}\u{2066}x",
  ]

  private func report(_ text: String) -> Report {
    let message = Message(
      "\(quoted: text) \(value: text) \(address: text) \(header: text) \(text)",
      ko: "\(quoted: text) \(value: text) \(address: text) \(header: text) \(text)")
    let body = SourceText(SourceFile(path: "b\(text)", bytes: Array("<p>\(text)</p>".utf8)))
    return Report(
      findings: [
        Finding(
          rule: "r", severity: .error, message: message, location: body.location(of: 3..<4),
          parameter: text, rows: [2], help: message)
      ], summary: Report.Summary(templates: 1, recipients: 1, samples: false))
  }

  @Test(arguments: texts, ReportFormat.all.map(\.name))
  func `no text acts in a report`(text: String, format: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == format })
    for disclosure in [Disclosure.open, .masked] {
      let output = format.write(
        report(text), ReportOptions(language: .english, disclosure: disclosure, showsAll: true))
      // A command of GitHub's own form is what that format is made of.
      let commands = output.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("::") }
      #expect(commands.count == (format.name == "github" ? 1 : 0))
      for scalar in output.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(
          ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category),
          "\(scalar.escaped(asASCII: true))")
      }
    }
  }

  @Test(arguments: [
    String(repeating: "x", count: 3_000_000), "e" + String(repeating: "\u{301}", count: 1_000_000),
  ])
  func `no report is as long as what it is about`(text: String) {
    for format in ReportFormat.all {
      for disclosure in [Disclosure.open, .masked] {
        let message = Message(
          "\(quoted: text) \(value: text) \(address: text) \(header: text) \(text)", ko: "가")
        let report = Report(
          findings: [
            Finding(
              rule: "r", severity: .error, message: message, location: Location(file: "f"),
              parameter: text)
          ], summary: Report.Summary(templates: 1, recipients: 1, samples: false))
        let output = format.write(
          report, ReportOptions(language: .english, disclosure: disclosure))
        #expect(output.utf8.count < 10_000)
      }
    }
  }
}
