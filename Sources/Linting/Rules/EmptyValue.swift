import Composing
import Diagnostics

extension Rule {
  /// A blank value where text is needed.
  static let emptyValue = Rule(
    "empty-value", .error, .value,
    summary: Message(
      "a value that is empty or holds white space and invisible characters alone; a warning in complete requests",
      ko: "비어 있거나 빈칸과 보이지 않는 문자뿐인 값. 완성된 요청에서는 경고"),
    rationale: Message(
      "\"Dear ,\" with a hole where the name was", ko: "이름이 있어야 할 자리가 빈 \"님, 안녕하세요\"가 나갑니다"),
    instead: Message(
      "fill the cells, give a fallback ($<NAME ?? \"\"> if nothing is fine), or make it 'optional' in tmpl.json",
      ko: "값을 채우거나, 대체 문구를 쓰거나($<NAME ?? \"\">도 됩니다), tmpl.json에서 'optional'로 정하세요"),
    sources: [.fallbacks, .firstNames],
    examples: [
      .flagged(
        "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,\nb@example.com,Lee\n", rows: [2]),
      .flagged(
        "<p>‹$<NAME>›</p>",
        people: "address,NAME\na@example.com,Kim\nb@example.com,\u{3000}\u{200B}\n", rows: [3]),
      .flagged(
        request: RuleExample.request(body: "<p>‹${NAME}›</p>", parameters: "\"NAME\": \"\""),
        rows: [1], severity: .warning),
      .quiet("<p>$<NAME ?? \"\"></p>", people: "address,NAME\na@example.com,\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,0\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Kim\nb@example.com\n"),
      .quiet(
        "<p>$<NAME></p>", people: "address,NAME\na@example.com,\n",
        parameters: "\"NAME\": {\"optional\": true}"),
    ],
    check: .list { context, report in
      guard let people = context.people else { return }
      for (number, parameter) in context.draft.plan.parameters.enumerated() {
        let tally = people.empty[number]
        guard tally.count > 0, let use = context.draft.firstNeedyUse(of: number) else { continue }
        report(
          Problem(
            Message(
              "\(quoted: parameter.name) is empty for \(tally.count) of \(people.count, "recipient")",
              ko: "\(quoted: parameter.name) 값이 비어 있는 수신자가 \(people.count)명 중 \(tally.count)명입니다"),
            at: context.draft.location(ofUse: use), parameter: parameter.name, rows: tally.rows,
            count: tally.count,
            severity: context.draft.hasFinalValues ? .warning : .error))
      }
    })
}
