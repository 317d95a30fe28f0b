import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A placeholder in the host of an address.
  static let placeholderInUrlHost = Rule(
    "placeholder-in-url-host", .warning, .placeholder,
    summary: Message(
      "a placeholder in the host of an address", ko: "주소의 호스트에 쓰인 치환 변수"),
    rationale: Message(
      "a value decides which site the link leads to, and nobody sees which before it is sent",
      ko: "값이 링크의 사이트를 정하며, 발송 전에는 어디로 가는지 알 수 없습니다"),
    instead: Message(
      "write the host out, or let one placeholder be the whole address, which is checked",
      ko: "호스트를 직접 쓰거나, 검사되는 주소 전체를 치환 변수 하나로 쓰세요"),
    sources: [.rfc(3986, "3.2")],
    examples: [
      .flagged("<a href=\"https://‹$<NAME>›/x\">x</a>"),
      .flagged("<img src=\"https://‹$<NAME>›.example.com/x.png\" alt=\"\">"),
      .flagged(
        "<a href=\"https://example.com:‹$<NAME>›/\">x</a>",
        people: "address,NAME\na@example.com,8080\n"),
      .quiet("<a href=\"https://example.com/$<NAME>\">x</a>"),
      .quiet(
        "<a href=\"$<NAME>\">x</a>", people: "address,NAME\na@example.com,https://example.com/\n"),
    ],
    check: .draft { context, report in
      for (number, use) in context.draft.plan.uses.enumerated() {
        guard case .url(_, _, .host) = use.context else { continue }
        let name = context.draft.body.placeholders[use.placeholder].name
        report(
          Problem(
            Message(
              "\(quoted: name) decides which site the address leads to",
              ko: "\(quoted: name) 값이 주소의 사이트를 정합니다"),
            at: context.draft.location(ofUse: number), parameter: name))
      }
    })
}
