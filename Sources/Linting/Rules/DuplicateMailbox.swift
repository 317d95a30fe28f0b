import Diagnostics

extension Rule {
  /// Addresses that are spelled apart and reach one mailbox.
  static let duplicateMailbox = Rule(
    "duplicate-mailbox", .warning, .recipient,
    summary: Message(
      "addresses that probably reach one mailbox: by case, or by dots and '+' where the host ignores them",
      ko: "같은 편지함으로 가는 것으로 보이는 주소: 대소문자, 그리고 무시하는 서비스에서는 점과 '+'"),
    rationale: Message(
      "the person gets the mail twice", ko: "같은 사람이 메일을 두 번 받습니다"),
    instead: Message("keep one of the rows", ko: "한 행만 남기세요"),
    sources: [
      .rfc(5321, "2.4"),
      Source(
        Message("help of Gmail on dots in addresses", ko: "Gmail, 주소의 점"),
        "https://support.google.com/mail/answer/7436150"),
    ],
    examples: [
      .flagged(people: "address,NAME\nkim@shop.kr,Kim\nKim@shop.kr,Kim\n", rows: [2, 3]),
      .flagged(
        people: "address,NAME\nk.im+news@gmail.com,Kim\nlee@shop.kr,Lee\nkim@googlemail.com,Kim\n",
        rows: [2, 4]),
      .quiet(people: "address,NAME\nk.im@naver.com,Kim\nkim@naver.com,Kim\n"),
      .quiet(people: "address,NAME\nkim+a@shop.kr,Kim\nkim+b@shop.kr,Kim\n"),
      .quiet(people: "address,NAME\nk.im@outlook.com,Kim\nkim@outlook.com,Kim\n"),
    ],
    check: .list { context, report in
      guard let people = context.people else { return }
      let repeats = people.mailboxes
      guard repeats.rows.count > 0 else { return }
      report(
        Problem(
          Message(
            "\(repeats.rows.count, "row") with addresses spelled apart that reach one mailbox, such as \(address: repeats.first)",
            ko:
              "다르게 썼지만 같은 편지함으로 가는 주소가 있는 행이 \(repeats.rows.count)개입니다. 예: \(address: repeats.first)"
          ),
          at: Location(file: people.list), rows: repeats.rows.rows.sorted(),
          count: repeats.rows.count
        ))
    })
}
