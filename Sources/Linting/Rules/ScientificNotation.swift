import Composing
import Diagnostics

extension Rule {
  /// A number that a spreadsheet shortened.
  static let scientificNotation = Rule(
    "scientific-notation", .warning, .value,
    summary: Message(
      "a value such as 8.80123E+12 among plain digits", ko: "숫자 값들 사이의 8.80123E+12 같은 값"),
    rationale: Message(
      "spreadsheets shorten long numbers, and their last digits are gone",
      ko: "스프레드시트가 긴 숫자를 줄이면 뒷자리가 사라집니다"),
    instead: Message(
      "format the column as text and export it again", ko: "열을 텍스트 형식으로 바꾸어 다시 내보내세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged(
        "<p>‹$<NAME>›</p>",
        people:
          "address,NAME\na@example.com,8801234567890\nb@example.com,8801234567891\nc@example.com,8.80123E+12\n",
        rows: [4]),
      .flagged(
        "<p>‹$<NAME>›</p>",
        people: "address,NAME\na@example.com,100001\nb@example.com,1.0E+05\nc@example.com,100003\n",
        rows: [3]),
      .quiet(
        "<p>$<NAME></p>", people: "address,NAME\na@example.com,100001\nb@example.com,1E5-2024\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,6.02E+23\nb@example.com,Kim\n"),
      .quiet(
        "<p>$<NAME></p>",
        people: "address,NAME\n" + (1...4).map { "a\($0)@example.com,10000\($0)\n" }.joined()
          + "b@example.com,1E5-2024\nc@example.com,1E+05\nd@example.com,1.5A+2\n"),
    ],
    check: .list { context, report in
      guard let people = context.people else { return }
      for (number, profile) in people.survey.profiles.enumerated() {
        let tally = profile.shortened
        guard tally.count > 0, profile.numbers * 2 > profile.count else { continue }
        let name = context.draft.plan.parameters[number].name
        report(
          Problem(
            Message(
              "\(quoted: name) is in scientific notation for \(tally.count, "recipient"); digits are lost",
              ko: "\(quoted: name) 값이 지수 표기인 수신자가 \(tally.count)명입니다. 숫자가 잘렸을 수 있습니다"),
            at: context.draft.location(ofParameter: number), parameter: name, rows: tally.rows,
            count: tally.count))
      }
    })
}
