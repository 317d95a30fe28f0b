import Diagnostics
import Mailing
import Recipients

extension Rule {
  /// An address to which no mail can go.
  static let invalidAddress = Rule(
    "invalid-address", .error, .recipient,
    summary: Message("text that is no e-mail address", ko: "이메일 주소가 아닌 값"),
    rationale: Message(
      "the service takes one bare address per recipient (RFC 5321 §4.1.2) and refuses the request otherwise",
      ko: "서비스는 수신자마다 주소 하나만 받으며(RFC 5321 §4.1.2) 아니면 요청을 거절합니다"),
    instead: Message("write one address alone: kim@example.com", ko: "주소 하나만 쓰세요: kim@example.com"),
    sources: [.rfc(5321, "4.1.2"), .rfc(5322, "3.4.1"), .recipientForRequest],
    examples: [
      .flagged(people: "address,NAME\nkim@@example.com,Kim\n", rows: [2]),
      .flagged(people: "address,NAME\na@example.com,Kim\nkim.example.com,Lee\n", rows: [3]),
      .flagged(people: "address,NAME\n\"kim@example,com\",Kim\n", rows: [2]),
      .flagged(people: "address,NAME\nkim＠example．com,Kim\n", rows: [2]),
      .flagged(people: "address,NAME\n,Kim\n", rows: [2]),
      .quiet(people: "address,NAME\no'brien+news@mail.example.co.kr,Kim\n"),
      .quiet(people: "address,NAME\n\"\"\"a b\"\"@example.com\",Kim\n"),
      .quiet(people: "address,NAME\nkim@xn--bj0bj06e.example,Kim\n"),
      .quiet(people: "address,NAME\nkim@shop.photography,Kim\n"),
      .quiet(people: "address,NAME\n김민수@example.com,Kim\nlee@예시.example,Lee\n"),
    ],
    check: .address { context, report in
      guard case .invalid(let objection) = context.verdict else { return }
      let address = context.text
      let reason = objection.reason
      report(
        Sighting(
          address.isEmpty
            ? Message("the address is missing", ko: "주소가 없습니다")
            : Message(
              "'\(address: address)' is not an address: \(reason.english)",
              ko: "'\(address: address)'은(는) 주소가 아닙니다: \(reason.korean)"),
          kind: .named(reason.english)))
    })
}
