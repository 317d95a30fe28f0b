import Composing
import Diagnostics
import Templating

extension Rule {
  /// A value that is no date where all others are.
  static let badDate = Rule(
    "bad-date", .warning, .value,
    summary: Message(
      "no date, or a day that no calendar has, in a parameter whose name and values are dates",
      ko: "이름과 다른 값이 모두 날짜인 파라미터에서 날짜가 아니거나 달력에 없는 날"),
    rationale: Message(
      "spreadsheets export days as numbers such as 46081", ko: "스프레드시트가 날짜를 46081 같은 숫자로 내보내기도 합니다"),
    instead: Message("write dates as 2026-03-01", ko: "날짜를 2026-03-01처럼 쓰세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged(
        "<p>‹$<DUE_DATE>›</p>",
        people: "address,DUE_DATE\n"
          + (1...4).map { "a\($0)@example.com,2026-03-0\($0)\n" }.joined()
          + "b@example.com,2026-02-30\n", rows: [6]),
      .flagged(
        "<p>‹$<만료일>›</p>",
        people: "address,만료일\nb@example.com,46081\n"
          + (1...4).map { "a\($0)@example.com,2026. 3. \($0).\n" }.joined(), rows: [2]),
      .quiet(
        "<p>$<DUE_DATE></p>",
        people: "address,DUE_DATE\na@example.com,2026-03-01\nb@example.com,soon\n"),
      .quiet(
        "<p>$<CODE></p>",
        people: "address,CODE\n" + (1...4).map { "a\($0)@example.com,2026-03-0\($0)\n" }.joined()
          + "b@example.com,46081\n"),
    ],
    check: .list { context, report in
      guard let people = context.people else { return }
      for (number, profile) in people.survey.profiles.enumerated() {
        let tally = profile.notDates
        guard tally.count > 0, profile.dates >= tally.count * 4 else { continue }
        let name = context.draft.plan.parameters[number].name
        report(
          Problem(
            Message(
              "\(quoted: name) is not a date for \(tally.count, "recipient")",
              ko: "\(quoted: name) 값이 날짜가 아닌 수신자가 \(tally.count)명입니다"),
            at: context.draft.location(ofParameter: number), parameter: name, rows: tally.rows,
            count: tally.count))
      }
    })
}

extension Draft {
  /// Where a parameter is used first.
  func location(ofParameter number: Int) -> Location {
    plan.uses.firstIndex { plan.slots[$0.slot].parameter == number }.map(location(ofUse:))
      ?? Location(file: body.text.file.path)
  }
}
