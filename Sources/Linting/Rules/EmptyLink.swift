import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A link that leads nowhere.
  static let emptyLink = Rule(
    "empty-link", .error, .link,
    summary: Message("a link without an address", ko: "주소가 없는 링크"),
    rationale: Message("whoever clicks it gets nowhere", ko: "눌러도 아무 데도 가지 않습니다"),
    instead: Message("write the whole address into 'href'", ko: "'href'에 전체 주소를 쓰세요"),
    sources: [.html("the a element", "text-level-semantics.html#the-a-element")],
    examples: [
      .flagged("<a ‹href=\"\"›>$<NAME></a> ‹<a>›x</a>"),
      .flagged("<a ‹href=\" https:// \"›>$<NAME></a> <a ‹href='mailto:'›>x</a>"),
      .flagged("<a ‹href›>$<NAME></a>"),
      .flagged("<a ‹href=\"#\"›>$<NAME></a>", severity: .warning),
      .quiet("<a name=\"top\"></a><a id=\"x\">$<NAME></a>"),
      .quiet("<a href=\"https://example.com/\">$<NAME></a><a href=\"#top\">x</a>"),
      .quiet("<a href=\"$<NAME>\">x</a>"),
    ],
    check: .draft { context, report in
      let text = context.draft.body.text
      for link in context.draft.links {
        guard let attribute = link.token.attribute("href") else {
          let isAnchor = link.token.attribute("name") != nil || link.token.attribute("id") != nil
          guard !isAnchor, link.token.name == "a" else { continue }
          report(
            Problem(
              Message("this link has no 'href'", ko: "이 링크에 'href'가 없습니다"),
              at: text.location(of: link.token.range)))
          continue
        }
        let address =
          link.address.map { String(decoding: $0.bytes, as: UTF8.self).lowercased() } ?? ""
        guard nothing.contains(address) || address == "#" else { continue }
        report(
          Problem(
            Message("this link has no address", ko: "이 링크에는 주소가 없습니다"),
            at: text.location(of: attribute.range), severity: address == "#" ? .warning : nil))
      }
    })

  private static let nothing: Set<String> = [
    "", "http:", "https:", "http:/", "https:/", "http://", "https://", "//", "mailto:", "tel:",
    "sms:",
  ]
}
