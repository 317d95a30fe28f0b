import Diagnostics
import Recipients

extension Rule {
  /// A domain that no mail reaches.
  static let undeliverableDomain = Rule(
    "undeliverable-domain", .warning, .recipient,
    summary: Message(
      "a domain kept for tests, documentation or local use; an error for .invalid, .localhost and none",
      ko: "시험, 문서, 내부용으로 정해진 도메인. .invalid, .localhost이거나 점이 없으면 오류"),
    rationale: Message(
      "mail for it comes back (RFC 2606, RFC 6761); in a list of made-up people throughout it is quiet",
      ko: "메일이 되돌아옵니다(RFC 2606, RFC 6761). 목록 전체가 예시 도메인이면 알리지 않습니다"),
    instead: Message("correct the address or remove the row", ko: "주소를 고치거나 행을 지우세요"),
    sources: [.rfc(2606), .rfc(6761, "6")],
    examples: [
      .flagged(people: "address,NAME\nkim@mail.test,Kim\n", rows: [2]),
      .flagged(
        people: "address,NAME\nkim@example.com,Kim\nlee@shop.kr,Lee\npark@Example.com,Park\n",
        rows: [2, 4]),
      .flagged(
        people: "address,NAME\nkim@example.com,Kim\nlee@shop.kr,Lee\npark@example.org,Park\n",
        rows: [2, 4]),
      .flagged(people: "address,NAME\nkim@shop.invalid,Kim\n", rows: [2], severity: .error),
      .flagged(people: "address,NAME\nkim@intranet,Kim\n", rows: [2], severity: .error),
      .flagged(people: "address,NAME\nkim@[192.0.2.1],Kim\n", rows: [2], severity: .error),
      .quiet(people: "address,NAME\nkim@example.com,Kim\nlee@example.org,Lee\n"),
      .quiet(people: "address,NAME\nkim@test.kr,Kim\nlee@example.kr,Lee\n"),
      .quiet(people: "address,NAME\nkim@mail.test,Kim\n", isSample: true),
    ],
    check: .address { context, report in
      guard case .undeliverable(let domain) = context.verdict,
        !context.isSample || domain.severity == .error
      else { return }
      let address = context.text
      report(
        Sighting(
          Message(
            "no mail from outside reaches '\(address: address)'",
            ko: "'\(address: address)'에는 외부 메일이 배달되지 않습니다"),
          kind: .named(domain.name), severity: domain.severity))
    })
}
