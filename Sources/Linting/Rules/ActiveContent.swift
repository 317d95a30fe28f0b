import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// Content that runs or embeds.
  static let activeContent = Rule(
    "active-content", .error, .client,
    summary: Message(
      "scripts, frames, embedded objects, 'on…' attributes and refreshes",
      ko: "스크립트, 프레임, 삽입 객체, 'on…' 속성, 새로 고침"),
    rationale: Message(
      "mail programs remove or block it, and spam filters count it",
      ko: "메일 프로그램은 지우거나 막고, 스팸 필터는 감점합니다"),
    instead: Message("link to a page that has it", ko: "그 내용이 있는 페이지로 링크하세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>$<NAME></p>‹<script>›x()</script>"),
      .flagged("<p>$<NAME></p>‹<iframe src=\"https://example.com/\">›</iframe>"),
      .flagged("<p ‹onclick=\"x()\"›>$<NAME></p>"),
      .flagged("‹<meta http-equiv=\"Refresh\" content=\"0\">›<p>$<NAME></p>"),
      .quiet("<script type=\"application/ld+json\">{}</script><p>$<NAME></p>"),
      .quiet("<p data-on=\"x\">script, $<NAME></p>"),
    ],
    check: .draft { context, report in
      let text = context.draft.body.text
      for token in context.draft.markup.tokens where token.kind == .startTag {
        if isActive(token, text.bytes) {
          report(
            Problem(
              Message(
                "'<\(token.name.text)>' does not work in mail",
                ko: "'<\(token.name.text)>'은(는) 메일에서 동작하지 않습니다"),
              at: text.location(of: token.range)))
        }
        for attribute in token.attributes where isHandler(attribute.name.text) {
          report(
            Problem(
              Message(
                "'\(attribute.name.text)' does not work in mail",
                ko: "'\(attribute.name.text)'은(는) 메일에서 동작하지 않습니다"),
              at: text.location(of: attribute.range)))
        }
      }
    })

  private static func isActive(_ token: HTMLToken, _ bytes: [UInt8]) -> Bool {
    func value(_ name: MarkupName) -> String? {
      token.attributes.first { $0.name == name }?.valueRange.map {
        String(decoding: bytes[$0], as: UTF8.self).lowercased()
      }
    }
    switch token.name {
    case "script": return value("type") != "application/ld+json"
    case "iframe", "frame", "frameset", "object", "embed", "applet": return true
    case "meta": return value("http-equiv") == "refresh"
    default: return false
    }
  }

  private static func isHandler(_ name: String) -> Bool {
    name.hasPrefix("on") && name.utf8.count > 2
      && name.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }
}
