import Diagnostics

extension Rule {
  /// An address that occurs twice in a list.
  static let duplicateAddress = Rule(
    "duplicate-address", .error, .recipient,
    summary: Message("an address that occurs more than once in a list", ko: "목록에 두 번 이상 나오는 주소"),
    rationale: Message(
      "the person gets the mail twice, perhaps with different data",
      ko: "같은 사람이 메일을 두 번, 어쩌면 서로 다른 내용으로 받습니다"),
    instead: Message(
      "keep one row per address; the domain's case does not matter",
      ko: "주소마다 한 행만 남기세요. 도메인의 대소문자는 구별하지 않습니다"),
    sources: [.rfc(5321, "2.4")],
    examples: [
      .flagged(people: "address,NAME\na@example.com,Kim\na@EXAMPLE.com,Kim\n", rows: [2, 3]),
      .flagged(
        people: "address,NAME\na@예시.example,Kim\na@xn--vv4b11d.example,Kim\n", rows: [2, 3]),
      .flagged(
        people: "address,NAME\na@example.com,Kim\nb@example.com,Lee\na@example.com,Park\n",
        rows: [2, 4]),
      .quiet(people: "address,NAME\na@example.com,Kim\nA@example.com,Kim\n"),
      .quiet(people: "address,NAME\na@example.com,Kim\na@example.org,Kim\n"),
    ],
    check: .list { context, report in
      guard let people = context.people, people.duplicates.groups > 0 else { return }
      let repeats = people.duplicates
      let rows = repeats.rows
      report(
        Problem(
          repeats.groups == 1
            ? Message(
              "\(address: repeats.first) occurs \(rows.count, "time")",
              ko: "\(address: repeats.first)이(가) \(rows.count)번 나옵니다")
            : Message(
              "\(repeats.groups, "address occurs", "addresses occur") more than once, first \(address: repeats.first)",
              ko: "두 번 이상 나오는 주소가 \(repeats.groups)개입니다. 첫 주소 \(address: repeats.first)"),
          at: Location(file: people.list), rows: rows.rows.sorted(), count: rows.count))
    })
}
