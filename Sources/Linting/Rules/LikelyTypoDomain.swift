import Diagnostics
import Recipients

extension Rule {
  /// A domain that is one slip away from a big provider's.
  static let likelyTypoDomain = Rule(
    "likely-typo-domain", .warning, .recipient,
    summary: Message(
      "a domain one letter away from a big mail provider's", ko: "큰 메일 서비스의 도메인과 한 글자 다른 도메인"),
    rationale: Message(
      "squatters hold many of them and accept the mail, with all that is in it",
      ko: "이런 도메인의 상당수는 남이 차지하고 있어 개인 정보가 든 메일을 그대로 받습니다"),
    instead: Message("ask the person, or correct the address", ko: "본인에게 확인하거나 주소를 고치세요"),
    sources: [
      Source(
        Source.same("disposable-email-domains"),
        "https://github.com/disposable-email-domains/disposable-email-domains")
    ],
    examples: [
      .flagged(people: "address,NAME\nkim@gmial.com,Kim\n", rows: [2]),
      .flagged(people: "address,NAME\nkim@naver.con,Kim\nlee@duam.net,Lee\n", rows: [2, 3]),
      .quiet(people: "address,NAME\nkim@ymail.com,Kim\nlee@mail.com,Lee\n"),
      .quiet(
        people: "address,NAME\na@123.com,A\nb@gotmail.com,B\nc@imail.ru,C\nd@zmail.ru,D\n"
          + "e@mmail.com,E\nf@name.com,F\ng@q.com,G\n"),
      .quiet(people: "address,NAME\nkim@date.com,Kim\nlee@lime.com,Lee\n"),
      .quiet(people: "address,NAME\nkim@company.co,Kim\nlee@shop.cm,Lee\n"),
      .quiet(people: "address,NAME\nkim@outlook.fr,Kim\nlee@yahoo.co.uk,Lee\n"),
    ],
    check: .address { context, report in
      guard case .typo(let domain, let meant) = context.verdict else { return }
      report(
        Sighting(
          Message(
            "\(quoted: domain) may be a misspelling of \(quoted: meant)",
            ko: "\(quoted: domain)은(는) \(quoted: meant)의 오타일 수 있습니다"),
          kind: .named(meant)))
    })
}
