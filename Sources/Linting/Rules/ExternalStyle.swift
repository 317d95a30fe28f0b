import Diagnostics
import Markup

extension Rule {
  /// Styles that lie elsewhere.
  static let externalStyle: Rule = Rule(
    "external-style", .warning, .client,
    summary: Message(
      "style sheets from elsewhere, '@import' and '<base>'", ko: "외부 스타일시트, @import, <base>"),
    rationale: Message(
      "neither Gmail nor Outlook.com loads any: the mail looks as if it had no styles",
      ko: "Gmail과 Outlook.com은 불러오지 않아 스타일이 없는 메일처럼 보입니다"),
    instead: Message(
      "put the styles into the mail, into 'style' attributes where they matter",
      ko: "스타일을 메일 안에, 중요한 것은 style 속성에 쓰세요"),
    sources: [
      .canIEmail("html-link"), .canIEmail("css-at-import"), .canIEmail("html-base"),
      .rspamd("EXT_CSS"),
    ],
    examples: [
      .flagged("‹<link rel=\"stylesheet\" href=\"https://example.com/a.css\">›<p>$<NAME></p>"),
      .flagged("<style>‹@import› url(https://example.com/a.css);</style><p>$<NAME></p>"),
      .flagged(
        "<!--[if !mso]><!-->‹<link rel=\"stylesheet\" href=\"https://fonts.googleapis.com/css?family=Roboto\">›<!--<![endif]--><p>$<NAME></p>",
        severity: .advice),
      .quiet("<link rel=\"icon\" href=\"https://example.com/a.png\"><p>$<NAME></p>"),
      .quiet("<style>@media print{p{color:red}}</style><p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      var uses = ClientUses(context)
      var fonts = ClientUses(context)
      let body = context.body
      for element in body.elements {
        let isSheet =
          element.name == "link"
          && body.word("rel", of: element)?.split(separator: " ").contains("stylesheet") == true
        guard isSheet || element.name == "base" else { continue }
        let readers = uses.readers(of: element.audience)
        let range = body.tag(element).range
        if isSheet, isFont(body.value("href", of: element)) {
          fonts.note("<link>", at: range, readers: readers)
        } else {
          uses.note("<\(element.name)>", at: range, readers: readers)
        }
      }
      for style in body.styles {
        for rule in style.sheet.atRules where rule.name == "import" {
          let readers = uses.readers(of: style, block: rule.parent)
          if isFont(style.sheet.words[rule.words].map(\.text).joined()) {
            fonts.note("@import", at: rule.range, readers: readers)
          } else {
            uses.note("@import", at: rule.range, readers: readers)
          }
        }
      }
      uses.report(help: externalStyle.instead, report)
      // Without its font a mail is still read in another.
      fonts.report(help: fontHelp, severity: { _ in .advice }, report)
    })

  private static let fontHelp = Message(
    "name a font that everybody has behind it in 'font-family'",
    ko: "font-family에 누구나 있는 글꼴을 함께 쓰세요")

  private static func isFont(_ address: String?) -> Bool {
    address?.lowercased().contains("font") ?? false
  }
}
