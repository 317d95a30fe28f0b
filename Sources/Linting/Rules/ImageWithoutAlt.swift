import Diagnostics
import Markup

extension Rule {
  /// Images that say nothing to who does not see them.
  static let imageWithoutAlt = Rule(
    "image-without-alt", .error, .accessibility,
    summary: Message("an image without an 'alt' attribute", ko: "alt 속성이 없는 이미지"),
    rationale: Message(
      "screen readers read its address, and where images are blocked there is a hole (WCAG 1.1.1)",
      ko: "화면 낭독기는 이미지 주소를 읽고, 이미지를 막으면 빈자리가 됩니다(WCAG 1.1.1)"),
    instead: Message(
      "say what it shows; 'alt=\"\"' if it is decoration", ko: "무엇인지 쓰세요. 장식이면 alt=\"\"로 쓰세요"),
    sources: [.wcag("1.1.1", "non-text-content"), .wcagTechnique("html/H37"), .markupReport],
    examples: [
      .flagged("‹<img src=\"https://example.com/a.png\" width=\"9\">›<p>$<NAME></p>"),
      .flagged("‹<img src=\"https://example.com/a.gif\" width=\"1\" height=\"1\">›<p>$<NAME></p>"),
      .flagged(
        "<map name=\"m\">‹<area href=\"https://example.com/\">›</map>‹<input type=\"image\" src=\"https://example.com/a.png\">›<p>$<NAME></p>"
      ),
      .quiet(
        "<img src=\"https://example.com/a.png\" alt=\"\"><img src=\"https://example.com/b.png\" alt=\"x\"><p>$<NAME></p>"
      ),
      .quiet("<img role=\"presentation\" src=\"https://example.com/a.png\"><p>$<NAME></p>"),
      .quiet(
        "<div aria-hidden=\"true\"><img src=\"https://example.com/a.png\"></div><p>$<NAME></p>"),
      .quiet(
        "<img style=\"display:none\" src=\"https://example.com/a.gif\"><p>$<NAME></p>"),
      .quiet("<map name=\"m\"><area></map><input><p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      for element in body.elements
      where isImage(element, body) && !element.isSilent && !element.isHidden {
        let tag = body.tag(element)
        guard tag.attribute("alt") == nil, !element.audience.isEmpty else { continue }
        let place = tag.nameRange?.upperBound ?? tag.range.lowerBound
        let isPixel =
          body.word("width", of: element) == "1" && body.word("height", of: element) == "1"
        report(
          Problem(
            Message("an image without 'alt'", ko: "alt 속성이 없는 이미지입니다"),
            at: body.location(of: tag.range),
            fix: isPixel
              ? body.text.fix(
                place..<place, Message("add 'alt=\"\"'", ko: "alt=\"\"를 더합니다"), .unsafe, " alt=\"\""
              )
              : nil))
      }
    })

  private static func isImage(_ element: BodyElement, _ body: BodyFacts) -> Bool {
    switch element.name {
    case "img": true
    case "area": body.tag(element).attribute("href") != nil
    case "input": body.word("type", of: element) == "image"
    default: false
    }
  }
}
