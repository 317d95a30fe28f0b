import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// An address that runs or reads something.
  static let unsafeUrl = Rule(
    "unsafe-url", .error, .link,
    summary: Message(
      "addresses with javascript:, vbscript:, data:, file: or blob:",
      ko: "javascript:, vbscript:, data:, file:, blob: 주소"),
    rationale: Message(
      "mail programs remove them, and spam filters take them for an attack",
      ko: "메일 프로그램은 지우고 스팸 필터는 공격으로 봅니다"),
    instead: Message("link to an https page", ko: "https 페이지로 링크하세요"),
    sources: [.scriptInjection],
    examples: [
      .flagged("<a href=\"‹javascript:alert(1)›\">$<NAME></a>"),
      .flagged("<a href=\"‹ JaVa&#x9;script&colon;x()›\">$<NAME></a>"),
      .flagged("<a href=\"‹java\tscript:x()›\">$<NAME></a>"),
      .flagged("<a href=\"‹$<URL>javascript:x()›\">x</a>", people: nil),
      .flagged("<a href=\"‹data:text/html,x›\">$<NAME></a><a href=\"‹file:///c:/x›\">x</a>"),
      .flagged("<img src=\"‹data:text/html,x›\" alt=\"$<NAME>\">"),
      .quiet("<img src=\"data:image/png;base64,AAAA\" alt=\"x\">$<NAME>"),
      .quiet("<a href=\"https://example.com/javascript:x\">$<NAME></a>"),
      .quiet("<p>javascript:x $<NAME></p>"),
      // One mistake, one finding: the placeholder cannot stand there.
      .quiet("<a href=\"javascript:$<NAME>\">x</a>"),
    ],
    check: .draft { context, report in
      for address in context.draft.addresses {
        guard
          let scheme = [address.scheme, address.schemeWithoutValues].compactMap({ $0 })
            .first(where: { isUnsafe($0, in: address) }),
          !context.draft.holdsRefused(address.range)
        else { continue }
        report(
          Problem(
            Message(
              "\(quoted: address.text) uses \(quoted: scheme + ":"), which no mail program allows",
              ko: "\(quoted: address.text)에 쓰인 \(quoted: scheme + ":")은(는) 메일에서 허용되지 않습니다"),
            at: context.draft.body.text.location(of: address.range)))
      }
    })

  private static func isUnsafe(_ scheme: String, in address: Address) -> Bool {
    switch scheme {
    case "javascript", "vbscript", "file", "blob", "filesystem", "view-source": true
    case "data":
      ["href", "action", "formaction", "xlink:href"].contains(address.attribute)
        || !String(decoding: address.bytes.prefix(11), as: UTF8.self).lowercased()
          .hasPrefix("data:image/")
    default: false
    }
  }
}
