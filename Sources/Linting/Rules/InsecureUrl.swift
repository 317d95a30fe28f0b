import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// An address that is not encrypted.
  static let insecureUrl = Rule(
    "insecure-url", .warning, .link,
    summary: Message("addresses with http: instead of https:", ko: "https:가 아닌 http: 주소"),
    rationale: Message(
      "mail programs block such images or warn of such links, and spam filters count them",
      ko: "메일 프로그램이 이미지를 막거나 링크를 경고하고, 스팸 필터가 감점합니다"),
    instead: Message("write https://", ko: "https://로 쓰세요"),
    sources: [.spamAssassin("HTTPS_HTTP_MISMATCH"), .rspamd("HTTP_TO_HTTPS")],
    examples: [
      .flagged("<a href=\"‹http://example.com/›\">$<NAME></a>"),
      .flagged("<img src=\"‹HTTP://example.com/a.png›\" alt=\"$<NAME>\">"),
      .flagged("<style>p{background:url('‹http://example.com/a.png›')}</style><p>$<NAME></p>"),
      .quiet(
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><p>$<NAME></p></html>"
      ),
      .quiet(
        "<script type=\"application/ld+json\">{\"@context\":\"http://schema.org\"}</script><p>$<NAME></p>"
      ),
      .quiet("<a href=\"https://example.com/?u=http://example.com\">$<NAME></a>"),
      // One mistake, one finding.
      .quiet("<a href=\"http://localhost/\">$<NAME></a>"),
    ],
    check: .draft { context, report in
      let text = context.draft.body.text
      for address in context.draft.addresses where address.scheme == "http" {
        guard address.host.map({ !HostName($0).isPrivate }) ?? true else { continue }
        let start = text.bytes[address.range].drop { $0 <= 0x20 }.startIndex
        let isPlain = text.bytes[start...].prefix(5).map(\.lowered).elementsEqual("http:".utf8)
        report(
          Problem(
            Message(
              "\(quoted: address.text) is not encrypted",
              ko: "\(quoted: address.text)은(는) 암호화되지 않은 주소입니다"),
            at: text.location(of: address.range),
            fix: isPlain
              ? text.fix(
                start..<start + 4, Message("write 'https'", ko: "'https'로 쓰기"), .unsafe, "https")
              : nil))
      }
    })
}
