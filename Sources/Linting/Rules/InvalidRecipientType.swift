import Diagnostics
import Mailing
import Recipients

extension Rule {
  /// A kind of recipient that the service does not know.
  static let invalidRecipientType = Rule(
    "invalid-recipient-type", .error, .recipient,
    summary: Message(
      "a recipient type other than R, C, B (or TO, CC, BCC)",
      ko: "R, C, B(또는 TO, CC, BCC)가 아닌 수신 유형"),
    rationale: Message("the service refuses the request", ko: "서비스가 요청을 거절합니다"),
    instead: Message(
      "R for To, C for Cc, B for Bcc, in capitals; empty means R",
      ko: "받는 사람 R, 참조 C, 숨은 참조 B를 대문자로 씁니다. 비우면 R입니다"),
    sources: [.recipientForRequest],
    examples: [
      .flagged(people: "address,type,NAME\na@example.com,X,Kim\n", rows: [2]),
      .flagged(people: "address,type,NAME\na@example.com,r,Kim\n", rows: [2]),
      .quiet(people: "address,type,NAME\na@example.com,R,Kim\n"),
      .quiet(people: "address,type,NAME\na@example.com,,Kim\n"),
    ],
    check: .row(.typed) { context, report in
      guard let type = context.row.type, RecipientKind(type) == nil else { return }
      let text = String(decoding: type, as: UTF8.self)
      report(
        Sighting(
          Message(
            "recipient type must be R, C or B, not \(value: text)",
            ko: "수신 유형은 R, C, B 중 하나여야 합니다(\(value: text))")))
    })
}
