import Diagnostics

extension Rule {
  /// Sample people who may be real.
  static let realLookingSample = Rule(
    "real-looking-sample", .advice, .recipient,
    summary: Message(
      "sample people beside a template whose addresses may be somebody's",
      ko: "실제로 쓰일 수 있는 주소를 가진 예시 수신자"),
    rationale: Message(
      "samples are kept with the template for everybody to read, and could be sent to by mistake",
      ko: "예시는 템플릿과 함께 보관되어 누구나 읽으며 실수로 발송될 수 있습니다"),
    instead: Message(
      "use addresses at example.com, example.org, example.net or .example",
      ko: "example.com, example.org, example.net이나 .example의 주소를 쓰세요"),
    sources: [.rfc(2606, "3")],
    examples: [
      .flagged(people: "address,NAME\nkim@shop.kr,Kim\n", rows: [2], isSample: true),
      .flagged(
        people: "address,NAME\na@example.com,Kim\nkim@naver.com,Kim\n", rows: [3], isSample: true),
      .quiet(people: "address,NAME\nkim@shop.kr,Kim\n"),
      .quiet(people: "address,NAME\na@example.com,Kim\nb@shop.example,Lee\n", isSample: true),
    ],
    check: .list { context, report in
      guard let people = context.people, people.deliverable.count > 0 else {
        return
      }
      let tally = people.deliverable
      report(
        Problem(
          Message(
            "\(tally.count, "sample person has", "sample people have") an address that may be real",
            ko: "실제 주소일 수 있는 예시 수신자가 \(tally.count)명입니다"),
          at: Location(file: people.list), rows: tally.rows, count: tally.count))
    })
}
