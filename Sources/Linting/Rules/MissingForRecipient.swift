import Composing
import Diagnostics

extension Rule {
  /// A parameter that some recipients lack.
  static let missingForRecipient = Rule(
    "missing-for-recipient", .error, .placeholder,
    summary: Message(
      "a parameter that some recipients have and others lack",
      ko: "어떤 수신자에게는 있고 어떤 수신자에게는 없는 파라미터"),
    rationale: Message(
      "a short row or an absent key would send a mail with a hole",
      ko: "셀이 모자란 행이나 빠진 키 때문에 빈자리가 있는 메일이 나갑니다"),
    instead: Message(
      "complete the rows, or give a fallback: $<NAME ?? \"there\">",
      ko: "빠진 값을 채우거나 대체 문구를 쓰세요: $<NAME ?? \"고객\">"),
    sources: [.fallbacks],
    examples: [
      .flagged(
        "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,Kim\nb@example.com\n", rows: [3]),
      .flagged(
        "<p>‹$<NAME>›</p>",
        people: "{\"address\":\"a@example.com\",\"NAME\":null}\n"
          + "{\"address\":\"b@example.com\",\"NAME\":\"Lee\"}\n", rows: [1]),
      .quiet("<p>$<NAME ?? you></p>", people: "address,NAME\na@example.com,Kim\nb@example.com\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Kim\nb@example.com,Lee\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Kim\nb@example.com,\n"),
    ],
    check: .list { context, report in
      guard let people = context.people else { return }
      for (number, parameter) in context.draft.plan.parameters.enumerated() {
        let tally = people.missing[number]
        guard tally.count > 0, tally.count < people.trusted,
          let use = context.draft.firstNeedyUse(of: number)
        else { continue }
        report(
          Problem(
            Message(
              "\(quoted: parameter.name) is missing for \(tally.count) of \(people.count, "recipient")",
              ko:
                "\(quoted: parameter.name) 값이 수신자 \(people.count)명 중 \(tally.count)명에게 없습니다"),
            at: context.draft.location(ofUse: use), parameter: parameter.name, rows: tally.rows,
            count: tally.count))
      }
    })
}
