import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// Text that is sent and not shown.
  static let hiddenText = Rule(
    "hidden-text", .warning, .spam,
    summary: Message(
      "text hidden by styles, but for a preheader of up to 250 characters",
      ko: "스타일로 숨긴 글자(250자 이하의 프리헤더 제외)"),
    rationale: Message("spam filters count text that nobody sees", ko: "스팸 필터는 보이지 않는 글자를 감점합니다"),
    instead: Message("delete it, or show it", ko: "지우거나 보이게 하세요"),
    sources: [
      .gmailGuidelines, .spamAssassin("HTML_TEXT_INVISIBLE_STYLE"), .rspamd("MANY_INVISIBLE_PARTS"),
    ],
    examples: [
      .flagged("<p>$<NAME></p>‹<div style=\"display:none\">›cheap watches</div>"),
      .flagged("<p>Hi</p>‹<span style=\"color:#fff; Visibility : hidden\">›$<NAME></span>"),
      .flagged("<p>Hi $<NAME></p>‹<p style=\"font-size:0\">›x</p>‹<p style=\"opacity:0\">›y</p>"),
      .flagged("<p>Hi $<NAME></p>‹<p style=\"color:#fff;background-color:#FFF\">›x</p>"),
      .flagged("<p>Hi $<NAME></p>‹<p style=\"position:absolute;left:-9999px\">›x</p>"),
      .flagged("<p>Hi $<NAME></p>‹<p hidden>›x</p>"),
      .flagged(
        "‹<div style=\"display:none\">›\(String(repeating: "word ", count: 70))</div><p>$<NAME></p>"
      ),
      .quiet("<div style=\"display:none\">Hello $<NAME>, news</div><p>Hi</p>"),
      .quiet(
        "<div style=\"display:none\">Hello $<NAME>\(String(repeating: "&zwnj;&nbsp;&#847;", count: 200))</div><p>Hi</p>"
      ),
      .quiet(
        "<div style=\"display:none\">Hello\(String(repeating: "&zwnj;&nbsp;&#847;", count: 200))</div><p>$<NAME></p>"
      ),
      .quiet(
        "<style>@media (max-width:600px){.m{display:block!important}}</style><p>$<NAME></p><div class=\"a m\" style=\"display:none\">x</div>"
      ),
      .quiet("<p>$<NAME></p><!--[if mso]><div style=\"display:none\">x</div><![endif]-->"),
      .quiet("<p>$<NAME></p><div style=\"mso-hide:all;display:none\">x</div>"),
      .quiet("<p>$<NAME></p><td style=\"font-size:0;line-height:0\">&nbsp;</td>"),
      .quiet(
        "<p>$<NAME></p><div style=\"font-size:0\"><span style=\"font-size:16px\">x</span></div>"),
      .quiet("<p>$<NAME></p><div style=\"display:none\" aria-hidden=\"true\">&#847;</div>"),
      .quiet("<p>$<NAME></p><p style=\"font-size:0.9em;opacity:0.8\">x</p>"),
    ],
    check: .draft { context, report in
      for hidden in HiddenStretches(context.draft).found {
        let text = context.draft.body.text
        let beginning = hidden.text.prefix(60)
        report(
          Problem(
            Message(
              "this text is hidden: \(quoted: String(beginning))",
              ko: "숨겨진 글자가 있습니다: \(quoted: String(beginning))"),
            at: text.location(of: hidden.token.range)))
      }
    })
}
