import Composing
import Diagnostics
import Linting
import Mailing
import Recipients

extension Job {
  /// The campaign and its clean list, for commands that refuse everything else.
  ///
  /// Nothing is written before the whole list was found clean.
  func campaign(_ console: inout Console, _ invocation: Invocation) throws(Failure) -> Campaign? {
    campaign(try check(), &console, invocation)
  }

  /// The campaign of a list that was read to its end; nil where it has errors, which are told then.
  func campaign(
    _ checked: Checked, _ console: inout Console, _ invocation: Invocation
  ) -> Campaign? {
    if let statement = checked.statement { console.note(statement.message) }
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

  /// The service, for commands that write for one.
  func requiredProfile() throws(Failure) -> Profile {
    guard !draft.envelope.isAbsent else {
      throw Failure(
        Message(
          "\(quoted: draft.name) has no mail.json; a request needs a sender and a title",
          ko: "\(quoted: draft.name)에 mail.json이 없습니다. 요청에는 발신 주소와 제목이 필요합니다"))
    }
    guard let profile = options.profile else {
      let services = Profile.all.map { "--profile \($0.name) (\($0.service))" }
      let list = services.joined(separator: ", ")
      throw Failure(
        Message(
          "which service? choose one with \(list), or \"profile\" in tmpl.json",
          ko: "어느 서비스인가요? \(list) 중 하나를 쓰거나 tmpl.json에 \"profile\"을 적으세요"))
    }
    return profile
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
