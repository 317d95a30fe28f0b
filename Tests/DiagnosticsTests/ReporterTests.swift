import Diagnostics
import JSONSyntax
import Testing

/// What reports look like, whole.
@Suite struct ReporterTests {
  private static let report: Report = {
    let body = SourceText(
      SourceFile(path: "t/body.html", bytes: Array("<p>안녕 $<NMAE>\n<b>\n".utf8)))
    let name = body.location(of: 10..<17)
    return Report(
      findings: [
        Finding(
          rule: "tag-mismatch", severity: .warning,
          message: Message("'<b>' is never closed", ko: "'<b>'가 닫히지 않았습니다"),
          location: body.location(of: 18..<21)),
        Finding(
          rule: "empty-value", severity: .error,
          message: Message(
            "\(value: "  ") of \(address: "kim@example.com") is blank",
            ko: "\(address: "kim@example.com") 값이 비어 있습니다"),
          location: Location(file: "list.csv"), parameter: "NAME", rows: [2, 3, 5, 8, 13, 21],
          count: 1200),
        Finding(
          rule: "undefined-placeholder", severity: .error,
          message: Message("'NMAE' has no value", ko: "'NMAE' 값이 없습니다"), location: name,
          parameter: "NMAE",
          help: Message("did you mean 'NAME'?", ko: "'NAME'을(를) 쓰려던 것인가요?"),
          fix: body.fix(12..<16, Message("write 'NAME'", ko: "'NAME'으로 고치기"), .unsafe, "NAME")),
      ], summary: Report.Summary(templates: 1, recipients: 12, samples: true))
  }()

  @Test func `text for people`() {
    let text = ReportFormat.text.write(
      Self.report, ReportOptions(language: .english, disclosure: .open))
    #expect(
      text == """
        list.csv: error: '  ' of kim@example.com is blank [empty-value]
              = rows 2, 3, 5, 8, 13 and 1,195 more (1,200 in all)

        t/body.html:1:7: error: 'NMAE' has no value [undefined-placeholder]
            1 | <p>안녕 $<NMAE>
              |         ^^^^^^^
              = did you mean 'NAME'?
              = write 'NAME'

        t/body.html:2:1: warning: '<b>' is never closed [tag-mismatch]
            2 | <b>
              | ^^^

        ✗ cannot be sent: 2 errors, first list.csv; 1 warning

        """)
  }

  @Test func `text in Korean`() {
    let text = ReportFormat.text.write(
      Self.report, ReportOptions(language: .korean, disclosure: .masked))
    #expect(text.contains("list.csv: 오류: k***@example.com 값이 비어 있습니다 [empty-value]"))
    #expect(text.hasSuffix("✗ 보낼 수 없습니다: 오류 2건, 첫 위치 list.csv; 경고 1건\n"))
  }

  @Test func `colours are escapes and nothing else`() {
    func text(_ isColored: Bool) -> String {
      ReportFormat.text.write(
        Self.report, ReportOptions(language: .english, disclosure: .open, isColored: isColored))
    }
    let colored = text(true)
    #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == text(false))
  }

  @Test func `JSON for programs`() throws {
    let text = ReportFormat.json.write(
      Self.report, ReportOptions(language: .english, disclosure: .masked))
    #expect(
      text == """
        {
          "schema": 1,
          "findings": [
            {
              "rule": "empty-value",
              "severity": "error",
              "message": "'…' (2) of k***@example.com is blank",
              "file": "list.csv",
              "parameter": "NAME",
              "rows": [
                2,
                3,
                5,
                8,
                13,
                21
              ],
              "count": 1200
            },
            {
              "rule": "undefined-placeholder",
              "severity": "error",
              "message": "'NMAE' has no value",
              "file": "t/body.html",
              "range": {
                "offset": 10,
                "length": 7,
                "line": 1,
                "column": 7,
                "endLine": 1,
                "endColumn": 14
              },
              "parameter": "NMAE",
              "count": 1,
              "help": "did you mean 'NAME'?",
              "fix": {
                "title": "write 'NAME'",
                "safety": "unsafe",
                "range": {
                  "offset": 12,
                  "length": 4
                },
                "replacement": "NAME"
              }
            },
            {
              "rule": "tag-mismatch",
              "severity": "warning",
              "message": "'<b>' is never closed",
              "file": "t/body.html",
              "range": {
                "offset": 18,
                "length": 3,
                "line": 2,
                "column": 1,
                "endLine": 2,
                "endColumn": 4
              },
              "count": 1
            }
          ],
          "summary": {
            "templates": 1,
            "recipients": 12,
            "samples": true,
            "errors": 2,
            "warnings": 1,
            "advice": 0
          }
        }

        """)
    _ = try JSONParser.parse(Array(text.utf8))
  }

  @Test(arguments: [(Severity.error, 3, 6), (.warning, 1, 8), (.advice, 1, 8)])
  func `many findings of one rule are cut short unless all are asked for`(
    severity: Severity, shown: Int, more: Int
  ) {
    let body = SourceText(SourceFile(path: "b", bytes: Array(repeating: 0x78, count: 20)))
    let findings = (0..<9).map { index in
      Finding(
        rule: "r", severity: severity, message: Message("m", ko: "글"),
        location: body.location(of: index..<index + 1))
    }
    let report = Report(
      findings: findings, summary: Report.Summary(templates: 1, recipients: 0, samples: false))
    func lines(_ showsAll: Bool) -> Int {
      ReportFormat.text.write(
        report, ReportOptions(language: .english, disclosure: .open, showsAll: showsAll)
      ).split(separator: "\n").count { $0.hasSuffix("[r]") || $0.contains("\(more) more of [r]") }
    }
    #expect(lines(false) == shown + 1)
    #expect(lines(true) == 9)
  }

  @Test(arguments: [
    (1, false, "✓ can be sent: no findings\n"),
    (12, true, "✓ checked against 12 sample people: no findings\n"),
    (0, false, "✓ nothing keeps it from being sent, but no list was checked: no findings\n"),
  ])
  func `a clean report claims what was checked and no more`(
    recipients: Int, samples: Bool, text: String
  ) {
    let report = Report(
      findings: [],
      summary: Report.Summary(templates: 1, recipients: recipients, samples: samples))
    let options = ReportOptions(language: .english, disclosure: .open)
    #expect(ReportFormat.text.write(report, options) == text)
  }
}
