import Diagnostics
import JSONSyntax
import Testing

/// Formats that services read: nothing that stands in a file or a list can act on them.
@Suite struct MachineFormatTests {
  private static let hostile = "a\r\n::error::x % , : \u{1B}[0m <&\"> \u{1} ]]>"

  private func report(_ findings: [Finding]) -> Report {
    Report(
      findings: findings, summary: Report.Summary(templates: 1, recipients: 1, samples: false),
      rules: [
        RuleNote(
          name: "r", severity: .error, summary: Message("s", ko: "가"),
          rationale: Message("w", ko: "나"), instead: Message("i", ko: "다"),
          address: "https://example.com/r")
      ])
  }

  private func finding(
    _ words: String, file: String = "templates/등급 변경/body.html", _ severity: Severity = .error
  ) -> Finding {
    let text = Array("한😀x\n".utf8)
    let file = SourceFile(path: file, bytes: text)
    return Finding(
      rule: "r", severity: severity, message: Message("\(quoted: words)", ko: "가"),
      location: file.location(of: 7..<8), help: Message("help", ko: "도움"))
  }

  private func text(_ format: ReportFormat, _ findings: [Finding]) -> String {
    format.write(report(findings), ReportOptions(language: .english, disclosure: .masked))
  }

  @Test func `a workflow command stays one line`() {
    let text = text(.github, [finding(Self.hostile, file: "a,b:c%\n::warning::x")])
    #expect(text.split(separator: "\n", omittingEmptySubsequences: true).count == 1)
    #expect(
      text.hasPrefix("::error file=a%2Cb%3Ac%25%0A%3A%3Awarning%3A%3Ax,line=1,endLine=1,col=3,"))
    #expect(text.contains("endColumn=4,title=r::"))
    #expect(text.contains("%25 ,") && !text.contains("\u{1B}"))
    #expect(text.hasSuffix("[r]%0Ahelp\n"))
  }

  @Test func `errors come first, and columns only within a line`() {
    let text = text(.github, [finding("x", .advice), finding("y", .error)])
    #expect(text.split(separator: "\n").map { $0.prefix(8) } == ["::error ", "::notice"])
    let file = SourceFile(path: "f", bytes: Array("a\nb".utf8))
    let long = Finding(
      rule: "r", severity: .warning, message: Message("m", ko: "가"),
      location: file.location(of: 0..<3))
    #expect(self.text(.github, [long]).contains("::warning file=f,line=1,endLine=2,title=r::"))
  }

  @Test(arguments: [ReportFormat.sarif, .gitlab, .json].map(\.name))
  func `JSON formats are JSON, and name no finding twice`(name: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    for findings in [[], [finding(Self.hostile), finding(Self.hostile)]] {
      _ = try JSONParser.parse(Array(text(format, findings).utf8))
    }
    let keys = text(.gitlab, [finding("x"), finding("x")]).split(separator: "\n")
      .filter { $0.contains("fingerprint") }
    #expect(keys.count == 2 && Set(keys).count == 2)
  }

  @Test func `SARIF has what code scanning wants`() {
    let text = text(.sarif, [finding("x")])
    #expect(
      text.contains("\"uri\": \"templates/%EB%93%B1%EA%B8%89%20%EB%B3%80%EA%B2%BD/body.html\""))
    #expect(text.contains("\"startColumn\": 3") && text.contains("\"columnKind\""))
    #expect(text.contains("\"shortDescription\"") && text.contains("\"tmpl/v1\""))
    #expect(text.contains("\"helpUri\": \"https://example.com/r\""))
    #expect(!text.contains("\"\""))
  }

  @Test func `SARIF is what its schema allows, fixes included`() throws {
    let file = SourceText(SourceFile(path: "등급/a.html", bytes: Array("한<b>\n😀x".utf8)))
    var mended = Finding(
      rule: "r", severity: .advice, message: Message("m", ko: "가"),
      location: file.location(of: 3..<6))
    mended.fix = file.fix(3..<6, Message("close it", ko: "닫기"), .safe, "")
    var extended = mended
    extended.fix = file.fix(11..<11, Message("insert", ko: "넣기"), .unsafe, "</b>")
    let nowhere = Finding(
      rule: "r", severity: .warning, message: Message("m", ko: "가"),
      location: Location(file: "list.csv"), rows: [2])
    let text = text(.sarif, [mended, extended, nowhere, finding(Self.hostile)])
    let objections = SARIFShape.objections(to: try JSONParser.parse(Array(text.utf8)))
    #expect(objections.isEmpty, "\(objections)")
    #expect(text.contains("\"fixes\"") && text.contains("\"safety\": \"unsafe\""))
    // Behind `😀`, which is one code point.
    let insertion = try #require(text.split(separator: "\"insert\"").last)
    let place = insertion.prefix { $0 != "]" }.filter { !$0.isWhitespace }
    #expect(
      place.contains(
        "\"deletedRegion\":{\"startLine\":2,\"startColumn\":2,\"endLine\":2,\"endColumn\":2},"
          + "\"insertedContent\":{\"text\":\"</b>\"}"))
  }

  @Test(arguments: [
    ("{\"version\": \"2.1.0\"}", "$ has no runs"),
    ("{\"version\": \"2.0.0\", \"runs\": []}", "$.version is 2.0.0"),
    (
      "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"\"}}, \"columnKind\": \"utf16CodeUnits\", \"x\": 1}]}",
      "$.runs[0].tool.driver.name is empty, $.runs[0] has x"
    ),
  ])
  func `what is no SARIF is told`(text: String, objections: String) throws {
    let found = SARIFShape.objections(to: try JSONParser.parse(Array(text.utf8)))
    #expect(found.joined(separator: ", ") == objections)
  }

  @Test func `XML holds no character that XML forbids`() {
    let text = text(.junit, [finding(Self.hostile), finding("x", file: "<b>\u{1}\"")])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("&lt;b&gt;\\u{1}&quot;") && !text.contains("]]>"))
    #expect(text.contains("tests=\"2\" failures=\"2\""))
    #expect(self.text(.junit, []).contains("<testcase name=\"lint\" classname=\"tmpl\"/>"))
  }

  @Test func `the gravest findings are shown, and all are counted`() {
    let findings = [finding("a", .advice), finding("b", .error), finding("c", .warning)]
    let report = Report(
      findings: findings, summary: Report.Summary(templates: 1, recipients: 1, samples: false),
      limit: 2)
    #expect(report.findings.map(\.severity).sorted() == [.warning, .error])
    #expect(report.omitted == 1 && report.count(.advice) == 1)
  }
}

@Suite struct BaselineTests {
  private func finding(_ line: String, at row: Int = 0, rule: String = "r") -> Finding {
    let text = String(repeating: "\n", count: row) + line
    let source = SourceText(SourceFile(path: "f", bytes: Array(text.utf8)))
    return Finding(
      rule: rule, severity: .error, message: Message("m", ko: "가"),
      location: source.location(of: row..<row + 1))
  }

  @Test func `a known finding stays known on another line, and a second one is new`() throws {
    let baseline = Baseline([finding("a b")])
    let read = try #require(Baseline(JSONParser.parse(baseline.json)))
    #expect(read.json == baseline.json)
    #expect(read.new(in: [finding("a  b", at: 3)]).findings.isEmpty)
    #expect(read.new(in: [finding("a b"), finding("a b")]).findings.count == 1)
    #expect(read.new(in: [finding("c"), finding("a b", rule: "s")]).findings.count == 2)
    #expect(read.new(in: []).gone == 1)
  }

  @Test(arguments: ["[]", "{}", "{\"findings\": [1]}", "{\"findings\": [{\"file\": \"f\"}]}"])
  func `anything else is no baseline`(json: String) throws {
    #expect(Baseline(try JSONParser.parse(Array(json.utf8))) == nil)
  }
}
