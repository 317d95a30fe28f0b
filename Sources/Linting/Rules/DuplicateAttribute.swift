import Diagnostics
import Markup

extension Rule {
  /// Attributes that an element has twice.
  static let duplicateAttribute = Rule(
    "duplicate-attribute", .warning, .html,
    summary: Message("one attribute twice in a tag", ko: "한 태그에 두 번 쓰인 속성"),
    rationale: Message(
      "only the first counts: the second style or address is lost",
      ko: "앞의 것만 쓰이고 뒤의 스타일이나 주소는 버려집니다"),
    instead: Message("write both into one", ko: "하나로 합치세요"),
    sources: [.html("duplicate-attribute", "parsing.html#parse-error-duplicate-attribute")],
    examples: [
      .flagged("<p style=\"color:red\" ‹STYLE=\"margin:0\"›>$<NAME></p>"),
      .flagged("<img src=\"https://example.com/a.png\" alt=\"x\" ‹alt=\"y\"›><p>$<NAME></p>"),
      .quiet("<p class=\"a\" style=\"color:red\">$<NAME></p><p class=\"a\">x</p>"),
      .quiet("<p data-style=\"x\" style=\"color:red\">style=\"a\" style=\"b\", $<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      for token in body.tokens where token.kind == .startTag && token.attributes.count > 1 {
        var seen: Set<MarkupName> = []
        for attribute in token.attributes {
          guard !seen.insert(attribute.name).inserted,
            !body.touchesPlaceholder(attribute.nameRange)
          else { continue }
          report(
            Problem(
              Message(
                "\(quoted: attribute.name.text) is given twice; only the first counts",
                ko: "\(quoted: attribute.name.text)이(가) 두 번 쓰였습니다. 앞의 것만 쓰입니다"),
              at: body.location(of: attribute.range)))
        }
      }
    })
}
