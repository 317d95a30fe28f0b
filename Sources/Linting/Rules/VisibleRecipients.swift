import Composing
import Diagnostics
import Mailing

extension Rule {
  /// People who see each other's addresses.
  static let visibleRecipients = Rule(
    "visible-recipients", .warning, .recipient,
    summary: Message(
      "one mail to several people, who see each other's addresses; advice within one domain",
      ko: "서로의 주소가 보이는 여러 명에게 한 통으로 보내는 메일. 한 도메인 안이면 참고"),
    rationale: Message(
      "with 'individual: false' all of To and Cc stand in the mail",
      ko: "'individual: false'이면 받는 사람과 참조가 모두 메일에 보입니다"),
    instead: Message(
      "leave 'individual' out, or make people B (Bcc)", ko: "'individual'을 빼거나 숨은 참조(B)로 바꾸세요"),
    sources: [.sensMail],
    examples: [
      .flagged(
        "<p>x</p>", fields: "\"individual\": false",
        people: "address\na@example.com\nb@example.org\n"),
      .flagged(
        "<p>x</p>", fields: "\"individual\": false",
        people: "address,type\na@shop.kr,R\nb@shop.kr,C\n", severity: .advice),
      .quiet("<p>x</p>", people: "address\na@example.com\nb@example.org\n"),
      .quiet(
        "<p>x</p>", fields: "\"individual\": false",
        people: "address,type\na@example.com,R\nb@example.org,B\n"),
    ],
    check: .list { context, report in
      guard let people = context.people, !context.draft.envelope.isIndividual else { return }
      let visible = people.kinds[.to] + people.kinds[.carbonCopy]
      guard visible > 1 else { return }
      report(
        Problem(
          Message(
            "\(visible) recipients will see each other's addresses",
            ko: "수신자 \(visible)명이 서로의 주소를 보게 됩니다"),
          at: Location(file: people.list), count: visible,
          severity: people.isOneDomain ? .advice : .warning))
    })
}
