import Diagnostics
import Recipients

extension Rule {
  /// An address with letters beyond ASCII.
  static let internationalisedAddress = Rule(
    "internationalised-address", .warning, .recipient,
    summary: Message(
      "letters beyond ASCII before the '@'; advice where they are in the domain alone",
      ko: "'@' 앞에 ASCII가 아닌 글자가 든 주소. 도메인에만 있으면 참고"),
    rationale: Message(
      "servers need SMTPUTF8 for it (RFC 6531), which many do not have, and the service promises nothing",
      ko: "많은 서버가 지원하지 않는 SMTPUTF8(RFC 6531)이 필요하며 서비스도 지원을 밝히지 않습니다"),
    instead: Message("ask for another address", ko: "다른 주소를 받으세요"),
    sources: [.rfc(6531), .rfc(6532)],
    examples: [
      .flagged(people: "address,NAME\n김민수@example.com,Kim\n", rows: [2]),
      .flagged(people: "address,NAME\nkim@예시.example,Kim\n", rows: [2], severity: .advice),
      .quiet(people: "address,NAME\nkim@xn--bj0bj06e.example,Kim\n"),
      .quiet(people: "address,NAME\nkim＠example.com,Kim\n"),
      .quiet(people: "address,NAME\nｋim@example.com,Kim\n"),
    ],
    check: .address { context, report in
      let address = context.text
      switch context.verdict {
      case .internationalLocal:
        report(
          Sighting(
            Message(
              "'\(address: address)' needs SMTPUTF8, which many servers refuse",
              ko: "'\(address: address)'은(는) SMTPUTF8이 필요하여 많은 서버가 거절합니다"),
            kind: .named("local")))
      case .internationalDomain(let domain):
        report(
          Sighting(
            Message(
              "the domain of '\(address: address)' is \(quoted: domain) to mail servers",
              ko: "'\(address: address)'의 도메인은 메일 서버에서 \(quoted: domain)입니다"),
            kind: .named("domain"),
            help: Message("write \(quoted: domain)", ko: "\(quoted: domain)(으)로 쓰세요"),
            severity: .advice))
      case .invalid, .tooLong, .notBare, .padded, .undeliverable, .typo, .role: break
      }
    })
}
