import Composing
import Diagnostics
import Linting
import Recipients

extension Job {
  /// The campaign and its clean list, for commands that refuse everything else.
  ///
  /// Nothing is written before the whole list was found clean.
  func campaign(_ console: inout Console, _ invocation: Invocation) throws(Failure) -> Campaign? {
    let checked = try check()
    if let statement = statement(checked) { console.note(statement) }
    guard !checked.hasErrors, let campaign = Campaign(draft, options: options) else {
      let options = invocation.reportOptions(console.language)
      let report = Report(
        findings: checked.findings.filter { $0.severity == .error },
        summary: Report.Summary(
          templates: 1, recipients: checked.people, samples: self.options.isSample))
      console.explain(ReportFormat.text.write(report, options))
      return nil
    }
    return campaign
  }

  /// The list, for commands that are about people.
  func requiredList() throws(Failure) -> ListSource {
    guard let list else {
      throw Failure(
        Message(
          "\(quoted: draft.name) has no list; name one with -r",
          ko: "\(quoted: draft.name)에 목록이 없습니다. -r로 지정하세요"))
    }
    return list
  }
}

extension Campaign {
  /// A mail of a list that was found clean before; a list that changed since then stops the run.
  func acceptedMail(_ row: Row, in list: ListSource) throws(Failure) -> Mail {
    switch mail(for: row) {
    case .mail(let mail): return mail
    case .rejected(let rules):
      let rules = rules.joined(separator: ", ")
      throw Failure(
        Message(
          "row \(row.number) of \(quoted: list.shown) changed while it was read (\(rules)); run again",
          ko: "읽는 동안 \(quoted: list.shown)의 \(row.number)행이 바뀌었습니다(\(rules)). 다시 실행하세요"),
        .findings)
    }
  }
}
