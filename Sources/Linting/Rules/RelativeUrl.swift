import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// An address that is none without a page around it.
  static let relativeUrl = Rule(
    "relative-url", .error, .link,
    summary: Message(
      "an address without 'https://': /x, x.html, www.example.com, C:\\x",
      ko: "'https://'가 없는 주소: /x, x.html, www.example.com, C:\\x"),
    rationale: Message(
      "a mail stands on no page that such an address could belong to", ko: "메일에는 기준이 되는 페이지가 없습니다"),
    instead: Message("write the whole address: https://…", ko: "https://로 시작하는 전체 주소를 쓰세요"),
    sources: [.rfc(3986, "5.1")],
    examples: [
      .flagged("<a href=\"‹/sale›\">$<NAME></a><img src=\"‹images/a.png›\" alt=\"x\">"),
      .flagged("<a href=\"‹www.example.com›\">$<NAME></a>"),
      .flagged("<a href=\"‹C:\\mail\\a.html›\">$<NAME></a>"),
      .flagged("<td background=\"‹bg.png›\">$<NAME></td>"),
      .flagged("<p style=\"background:url(‹bg.png›)\">$<NAME></p>"),
      .flagged("<a href=\"‹/u/$<NAME>›\">x</a>"),
      .flagged("<img src=\"‹//example.com/a.png›\" alt=\"$<NAME>\">", severity: .warning),
      .quiet(
        "<a href=\"#top\">$<NAME></a><a href=\"mailto:a@example.com\">x</a><a href=\"tel:021234567\">x</a>"
      ),
      .quiet(
        "<img src=\"cid:logo\" alt=\"x\"><img src=\"data:image/png;base64,AAAA\" alt=\"x\">$<NAME>"),
      .quiet("<a href=\"$<NAME>\">x</a><a href=\"sms:0101234\">x</a>"),
      .quiet("<a href=\"\">$<NAME></a>"),
      // One mistake, one finding: the placeholder cannot stand there.
      .quiet("<a href=\"x$<NAME>://example.com/\">x</a>"),
    ],
    check: .draft { context, report in
      for address in context.draft.addresses {
        let bytes = address.bytes
        guard let first = bytes.first, first != Address.placeholder, first != UInt8(ascii: "#"),
          (address.scheme?.utf8.count ?? 0) < 2, !context.draft.holdsRefused(address.range)
        else { continue }
        let hasHost = bytes.starts(with: "//".utf8)
        let isHost = String(decoding: bytes.prefix(4), as: UTF8.self).lowercased() == "www."
        let text = context.draft.body.text
        let start = address.range.lowerBound..<address.range.lowerBound
        report(
          Problem(
            Message(
              "\(quoted: address.text) is relative; a mail needs a whole address",
              ko: "\(quoted: address.text)은(는) 상대 주소입니다. 메일에는 전체 주소가 필요합니다"),
            at: text.location(of: address.range),
            fix: isHost || hasHost
              ? text.fix(
                start, Message("put 'https:' before it", ko: "앞에 'https:' 붙이기"), .unsafe,
                hasHost ? "https:" : "https://") : nil,
            severity: hasHost ? .warning : nil))
      }
    })
}
