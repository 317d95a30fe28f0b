import Composing
import Diagnostics
import Mailing
import Recipients

extension Rule {
  /// A mailbox that no single person reads.
  static let roleAddress = Rule(
    "role-address", .warning, .recipient,
    summary: Message(
      "the mailbox of a role; support, billing and admin are advice but in large lists of advertising",
      ko: "역할 주소. support, billing, admin은 큰 광고 목록이 아니면 참고"),
    rationale: Message(
      "such mailboxes bounce and complain most (RFC 2142)", ko: "반송과 신고가 가장 많은 주소입니다(RFC 2142)"),
    instead: Message("ask for a person's address", ko: "개인 주소를 받으세요"),
    sources: [
      Source(
        Message("help of Mailchimp on addresses of roles", ko: "Mailchimp, 역할 주소"),
        "https://mailchimp.com/help/limits-on-role-based-addresses/"), .rfc(2142),
    ],
    examples: [
      .flagged(people: "address,NAME\nno-reply@shop.kr,Kim\n", rows: [2]),
      .flagged(people: "address,NAME\nkim@shop.kr,Kim\nPostmaster@shop.kr,Lee\n", rows: [3]),
      .flagged(people: "address,NAME\nbilling@shop.kr,Kim\n", rows: [2], severity: .advice),
      .flagged(
        fields: "\"advertising\": true",
        people: "address,NAME\nbilling@shop.kr,Kim\n"
          + (1...49).map { "a\($0)@shop.kr,Kim\n" }.joined(), rows: [2], severity: .warning),
      .flagged(
        people: "address,NAME\nbilling@shop.kr,Kim\n"
          + (1...49).map { "a\($0)@shop.kr,Kim\n" }.joined(), rows: [2], severity: .advice),
      .quiet(people: "address,NAME\ncontact@shop.kr,Kim\ninfo@shop.kr,Lee\nsales@shop.kr,Park\n"),
      .quiet(people: "address,NAME\nadmin.kim@shop.kr,Kim\n"),
      .flagged(
        fields: "\"advertising\": true",
        people: "address,NAME\nbilling@shop.kr,Kim\nkim@shop.kr,Kim\n", rows: [2], severity: .advice
      ),
      .quiet(people: "address,NAME\nalice@shop.kr,Kim\n"),
    ],
    check: .address { context, report in
      guard case .role(let mailbox) = context.verdict else { return }
      let address = context.text
      report(
        Sighting(
          Message(
            "'\(address: address)' is the address of a role",
            ko: "'\(address: address)'은(는) 개인이 아닌 역할 주소입니다"),
          kind: .named(mailbox == .office ? RoleMailbox.officeName : "system"),
          severity: mailbox == .office && !context.draft.envelope.isAdvertising ? .advice : .warning
        ))
    })
}
