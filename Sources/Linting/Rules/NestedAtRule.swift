import Diagnostics
import Markup

extension Rule {
  /// At-rules where Gmail does not expect them.
  static let nestedAtRule = Rule(
    "nested-at-rule", .warning, .html,
    summary: Message(
      "an at-rule inside an at-rule, or '@import' and '@charset' behind other rules",
      ko: "@ 규칙 안의 @ 규칙, 다른 규칙 뒤의 @import와 @charset"),
    rationale: Message(
      "the whole style element is removed by Gmail", ko: "Gmail은 style 요소 전체를 지웁니다"),
    instead: Message(
      "put it into a style element of its own", ko: "별도의 style 요소에 넣으세요"),
    sources: [.gmailStyles],
    examples: [
      .flagged(
        "<style>@media (max-width:600px){‹@font-face›{font-family:x}}</style><p>$<NAME></p>"),
      .flagged(
        "<style>p{color:red}‹@import› url(https://example.com/a.css);</style><p>$<NAME></p>"),
      .quiet(
        "<style>@font-face{font-family:x}</style><style>@media print{p{color:red}}</style><p>$<NAME></p>"
      ),
      .quiet("<style>@import url(https://example.com/a.css);p{color:red}</style><p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      for style in context.body.styles where style.audience.contains(.browsers) {
        let sheet = style.sheet
        for rule in sheet.atRules {
          let outer = sheet.atRules(around: rule.parent).first
          let isLate = rule.followsRules && ["import", "charset"].contains(rule.name)
          guard outer != nil || isLate else { continue }
          let inner = "@" + rule.name
          let message =
            outer.map {
              Message(
                "\(quoted: inner) inside \(quoted: "@" + $0)",
                ko: "\(quoted: inner)이(가) \(quoted: "@" + $0) 안에 있습니다")
            }
            ?? Message(
              "\(quoted: inner) behind other rules",
              ko: "다른 규칙 뒤에 \(quoted: inner)이(가) 있습니다")
          report(Problem(message, at: context.body.location(of: rule.range)))
        }
      }
    })
}
