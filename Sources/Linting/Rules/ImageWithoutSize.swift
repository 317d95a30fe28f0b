import Diagnostics
import Markup

extension Rule {
  /// Images whose size only CSS says.
  static let imageWithoutSize = Rule(
    "image-without-size", .warning, .image,
    summary: Message("an image without a 'width' attribute", ko: "width 속성이 없는 이미지"),
    rationale: Message(
      "in Outlook for Windows (classic) no width comes from CSS: the file is shown in its own size",
      ko: "Windows용 Outlook(클래식)은 CSS 너비를 무시하고 파일의 원래 크기로 보여 줍니다"),
    instead: Message("write 'width' in pixels on the image", ko: "이미지에 width를 픽셀로 쓰세요"),
    sources: [.canIEmail("css-width")],
    examples: [
      .flagged(
        "‹<img alt=\"\" src=\"https://example.com/a.png\" style=\"width:300px\">›<p>$<NAME></p>"),
      .flagged("‹<img alt=\"\" src=\"https://example.com/a.png\" height=\"30\">›<p>$<NAME></p>"),
      .quiet("<img alt=\"\" src=\"https://example.com/a.png\" width=\"300\"><p>$<NAME></p>"),
      .quiet("<img alt=\"\" src=\"https://example.com/a.png\" width=\"$<NAME>\">"),
      .quiet(
        "<img alt=\"\" src=\"https://example.com/a.gif\" style=\"width:1px;height:1px\"><p>$<NAME></p>"
      ),
      .quiet(
        "<img alt=\"\" src=\"https://example.com/a.gif\" style=\"display:none\"><p>$<NAME></p>"),
      .quiet(
        "<!--[if !mso]><!--><img alt=\"\" src=\"https://example.com/a.png\"><!--<![endif]--><p>$<NAME></p>"
      ),
      .quiet("<!--[if mso]><v:image src=\"https://example.com/a.png\"/><![endif]--><p>$<NAME></p>"),
      .quiet("<img alt=\"\" src=\"https://example.com/a.png\"><p>$<NAME></p>", clients: "gmail"),
    ],
    check: .draft { context, report in
      guard context.clients.set.contains(ClientSet(.outlookWindows)) else { return }
      let body = context.body
      for element in body.elements where element.name == "img" && element.audience.contains(.word) {
        let tag = body.tag(element)
        guard tag.attribute("width") == nil, !element.isHidden, !isPixel(element, body) else {
          continue
        }
        report(
          Problem(
            Message("an image without 'width'", ko: "width가 없는 이미지입니다"),
            at: body.location(of: tag.range)))
      }
    })

  private static func isPixel(_ element: BodyElement, _ body: BodyFacts) -> Bool {
    guard let style = element.style else { return false }
    let sheet = body.styles[style].sheet
    return sheet.declarations.contains { declaration in
      guard declaration.name == "width", let word = sheet.words[declaration.words].first else {
        return false
      }
      return word.kind == .number && word.number <= 1 && word.text != "%"
    }
  }
}
