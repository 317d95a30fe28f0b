extension ReportFormat {
  /// Text for people: place, sentence, excerpt with a caret, rows, help; then a verdict.
  public static let text = ReportFormat(name: "text", isMachineReadable: false) { report, options in
    TextReporter(options: options).report(report)
  }
}

/// Writes findings for a person at a terminal.
struct TextReporter {
  let options: ReportOptions

  /// How many findings of one rule in one file are shown in full: of errors some, else the first.
  static func firstShown(_ severity: Severity) -> Int { severity == .error ? 3 : 1 }

  func report(_ report: Report) -> String {
    var output = ""
    var shown: [String: Int] = [:]
    var places: [String: Int] = [:]
    var hidden: [(rule: String, file: String, count: Int)] = []
    for finding in report.findings {
      let key = "\(finding.rule)\u{0}\(finding.location.file)"
      shown[key, default: 0] += 1
      let isFirst = shown[key, default: 0] <= Self.firstShown(finding.severity)
      guard options.showsAll || isFirst else {
        let count = 1 + finding.further
        if let place = places[key] {
          hidden[place].count += count
        } else {
          places[key] = hidden.count
          hidden.append((finding.rule, finding.location.file, count))
        }
        continue
      }
      output += text(of: finding) + "\n"
    }
    for (rule, file, more) in hidden {
      output +=
        "\(file): "
        + say(
          Message(
            "\(more) more of [\(rule)]; --all shows them",
            ko: "[\(rule)] \(more)건이 더 있습니다. --all로 모두 볼 수 있습니다")) + "\n\n"
    }
    if report.omitted > 0 {
      output +=
        say(
          Message(
            "\(report.omitted, "more finding") not shown",
            ko: "표시하지 않은 결과가 \(report.omitted)건 더 있습니다"))
        + "\n\n"
    }
    return output + verdict(report) + "\n"
  }

  private func text(of finding: Finding) -> String {
    let severity = style(say(finding.severity.title), finding.severity)
    var lines = [
      "\(bold(VisibleText.escaping(finding.location.description))): \(severity): "
        + "\(say(finding.message)) \(dim("[\(finding.rule)]"))"
    ]
    if let span = finding.location.span, let excerpt = finding.location.excerpt {
      let number = String(span.start.line)
      let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
      lines.append("\(dim("\(gutter) |")) \(excerpt.before)\(excerpt.marked)\(excerpt.after)")
      let indent = String(repeating: " ", count: VisibleText.width(excerpt.before))
      let carets = String(repeating: "^", count: max(1, VisibleText.width(excerpt.marked)))
      lines.append("\(dim("      |")) \(indent)\(style(carets, finding.severity))")
    }
    if let rows = rows(of: finding) { lines.append("\(dim("      =")) \(rows)") }
    if finding.further > 0 {
      let further = Message(
        "\(finding.further) more of [\(finding.rule)] are not listed",
        ko: "[\(finding.rule)] \(finding.further)건은 나열하지 않았습니다")
      lines.append("\(dim("      =")) \(say(further))")
    }
    if let help = finding.help { lines.append("\(dim("      =")) \(say(help))") }
    if let fix = finding.fix { lines.append("\(dim("      =")) \(say(fix.title))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(of finding: Finding) -> String? {
    guard !finding.rows.isEmpty else { return nil }
    let shown = finding.rows.prefix(options.showsAll ? Finding.rowLimit : 5)
    let first = shown.map(\.description).joined(separator: ", ")
    let more = finding.count - shown.count
    guard more > 0 else {
      let word = finding.rows.count == 1 ? "row" : "rows"
      return say(Message("\(word) \(first)", ko: "행 \(first)"))
    }
    return say(
      Message(
        "rows \(first) and \(more) more (\(finding.count) in all)",
        ko: "행 \(first) 외 \(more)건(모두 \(finding.count)건)"))
  }

  /// The last line: whether the mail can be sent, how many findings, and what was looked at.
  private func verdict(_ report: Report) -> String {
    let stopping = report.stopping(isStrict: options.isStrict)
    let lesser = [Severity.warning, .advice].filter { $0 != stopping }.compactMap { severity in
      count(report.count(severity), severity).map(say)
    }
    return verdict(report, stopping, lesser) + fixable(report)
  }

  /// How much of it `--fix` mends.
  private func fixable(_ report: Report) -> String {
    let count = report.findings.count { $0.fix?.safety == .safe }
    guard count > 0 else { return "" }
    return "; " + say(Message("\(count) fixed by --fix", ko: "--fix로 \(count)건 수정 가능"))
  }

  private func verdict(_ report: Report, _ stopping: Severity?, _ lesser: [String]) -> String {
    guard let stopping, let first = report.findings.first(where: { $0.severity == stopping })
    else {
      let none = [say(Message("no findings", ko: "발견된 문제 없음"))]
      if report.summary.unread > 0 {
        return style("✗", .error) + " "
          + say(
            Message(
              "\(report.summary.unread, "template") could not be checked; in the others",
              ko: "검사하지 못한 템플릿이 \(report.summary.unread)개 있습니다. 나머지"))
          + ": " + (lesser.isEmpty ? none : lesser).joined(separator: ", ")
      }
      return style("✓", .advice) + " " + say(claim(report.summary)) + ": "
        + (lesser.isEmpty ? none : lesser).joined(separator: ", ")
    }
    let strict =
      stopping == .warning
      ? " (" + (options.isStrict ? "--strict" : "maxWarnings \(report.summary.warningLimit ?? 0)")
        + ")"
      : ""
    let counted = count(report.count(stopping), stopping).map(say) ?? ""
    let place = VisibleText.escaping(first.location.description)
    return style("✗", stopping) + " "
      + say(Message("cannot be sent\(strict)", ko: "보낼 수 없습니다\(strict)")) + ": \(counted), "
      + say(Message("first \(place)", ko: "첫 위치 \(place)"))
      + (lesser.isEmpty ? "" : "; " + lesser.joined(separator: ", "))
  }

  /// What a report without errors lets one say.
  private func claim(_ summary: Report.Summary) -> Message {
    if summary.recipients == 0 {
      return Message(
        "nothing keeps it from being sent, but no list was checked",
        ko: "템플릿에는 발송을 막는 것이 없지만 목록은 검사하지 않았습니다")
    }
    let rest =
      summary.unchecked == 0
      ? Message("", ko: "")
      : Message(
        ", \(summary.unchecked, "template") without a list", ko: ", 목록 없는 템플릿 \(summary.unchecked)개"
      )
    let (english, korean) = (rest.text(.english), rest.text(.korean))
    if summary.samples {
      return Message(
        "checked against \(summary.recipients, "sample person", "sample people")\(english)",
        ko: "예시 수신자 \(summary.recipients)명으로 검사했습니다\(korean)")
    }
    return Message("can be sent\(english)", ko: "보낼 수 있습니다\(korean)")
  }

  private func count(_ number: Int, _ severity: Severity) -> Message? {
    guard number > 0 else { return nil }
    return switch severity {
    case .error: Message("\(number, "error")", ko: "오류 \(number)건")
    case .warning: Message("\(number, "warning")", ko: "경고 \(number)건")
    case .advice: Message("\(number, "piece", "pieces") of advice", ko: "참고 \(number)건")
    }
  }

  private func say(_ message: Message) -> String {
    message.text(options.language, options.disclosure)
  }

  private func bold(_ text: String) -> String { wrap(text, "1") }

  private func dim(_ text: String) -> String { wrap(text, "2") }

  private func style(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .advice: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    options.isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
