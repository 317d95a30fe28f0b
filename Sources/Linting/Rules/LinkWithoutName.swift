import Diagnostics
import Markup

extension Rule {
  /// Links with nothing to read out.
  static let linkWithoutName = Rule(
    "link-without-name", .error, .accessibility,
    summary: Message(
      "a link without text, image text, 'aria-label' or 'title'",
      ko: "글자도, 이미지 설명도, aria-label이나 title도 없는 링크"),
    rationale: Message(
      "screen readers read its address letter by letter, and where images are blocked nothing is left to press",
      ko: "화면 낭독기는 주소를 한 글자씩 읽고, 이미지를 막으면 누를 것이 없습니다"),
    instead: Message(
      "say where it leads: as text, or in the image's 'alt'", ko: "어디로 가는지 글자나 이미지의 alt에 쓰세요"),
    sources: [
      .wcag("2.4.4", "link-purpose-in-context"), .wcag("4.1.2", "name-role-value"),
      .wcagTechnique("html/H30"),
    ],
    examples: [
      .flagged("<p>$<NAME></p>‹<a href=\"https://example.com/\">›&nbsp;</a>"),
      .flagged(
        "<p>$<NAME></p>‹<a href=\"https://example.com/\">›<img src=\"https://example.com/a.png\" alt=\"\"></a>"
      ),
      .flagged("<p>$<NAME></p>‹<a href=\"https://example.com/\">›<!--[if mso]>x<![endif]--></a>"),
      .quiet("<a href=\"https://example.com/\">$<NAME></a>"),
      .quiet(
        "<a href=\"https://example.com/\"><img src=\"https://example.com/a.png\" alt=\"x\"></a><p>$<NAME></p>"
      ),
      .quiet(
        "<a href=\"https://example.com/\" aria-label=\"x\"></a><a href=\"https://example.com/\" title=\"x\"></a><p>$<NAME></p>"
      ),
      .quiet("<a name=\"x\"></a><p>$<NAME></p>"),
      .quiet("<!--[if mso]><a href=\"https://example.com/\"></a><![endif]--><p>$<NAME></p>"),
      .quiet("<div aria-hidden=\"true\"><a href=\"https://example.com/\"></a></div><p>$<NAME></p>"),
      .quiet("<a style=\"display:none\" href=\"https://example.com/\"></a><p>$<NAME></p>"),
      .quiet(
        "<a href=\"https://example.com/\"><img src=\"https://example.com/a.png\"></a><p>$<NAME></p>"
      ),
    ],
    check: .draft { context, report in
      let body = context.body
      for (number, element) in body.elements.enumerated() where element.name == "a" {
        let tag = body.tag(element)
        guard tag.attribute("href") != nil, element.audience.contains(.browsers),
          !element.isSilent, !element.isHidden, !hasName(number, element, body)
        else { continue }
        report(
          Problem(
            Message("this link has nothing to read out", ko: "이 링크에는 읽을 글자가 없습니다"),
            at: body.location(of: tag.range)))
      }
    })

  private static func hasName(_ number: Int, _ element: BodyElement, _ body: BodyFacts) -> Bool {
    func says(_ name: MarkupName, _ element: BodyElement) -> Bool {
      body.value(name, of: element).map { !BlankText.isBlank($0) } ?? false
    }
    if (["aria-label", "aria-labelledby", "title"] as [MarkupName]).contains(where: {
      says($0, element)
    }) {
      return true
    }
    // Without 'alt', the image is another rule's matter.
    let hasImage = body.content(of: number).contains {
      says("alt", $0) || says("aria-label", $0)
        || $0.name == "img" && body.tag($0).attribute("alt") == nil
    }
    return hasImage || !BlankText.isBlank(body.string(in: number))
  }
}
