import Diagnostics
import Markup

extension Rule {
  /// Texts in place of images that say nothing.
  static let poorAltText = Rule(
    "poor-alt-text", .warning, .accessibility,
    summary: Message(
      "an 'alt' text that is a file's name, an address, 'image', very long, or the neighbor's",
      ko: "파일 이름, 주소, '이미지' 같은 말, 너무 긴 글, 이웃과 같은 글로 된 alt"),
    rationale: Message(
      "whoever does not see the image learns nothing from it (WCAG F30)",
      ko: "이미지를 보지 못하는 사람에게 아무것도 알려 주지 않습니다(WCAG F30)"),
    instead: Message(
      "say in a few words what it shows", ko: "무엇이 보이는지 몇 마디로 쓰세요"),
    sources: [.wcagTechnique("failures/F30")],
    examples: [
      .flagged("<img src=\"https://example.com/a.png\" alt=\"‹banner.png›\"><p>$<NAME></p>"),
      .flagged("<img src=\"https://example.com/a.png\" alt=\"‹이미지›\"><p>$<NAME></p>"),
      .flagged("<img src=\"https://example.com/a.png\" alt=\"‹IMG_1234›\"><p>$<NAME></p>"),
      .flagged(
        "<img src=\"https://example.com/a.png\" alt=\"‹https://example.com/›\"><p>$<NAME></p>"),
      .flagged(
        "<img src=\"https://example.com/a.png\" alt=\"A cup\"><img src=\"https://example.com/b.png\" alt=\"‹A cup›\"><p>$<NAME></p>"
      ),
      .quiet("<img src=\"https://example.com/a.png\" alt=\"naver.com\"><p>$<NAME></p>"),
      .quiet(
        "<img src=\"https://example.com/a.png\" alt=\"\"><img src=\"https://example.com/b.png\" alt=\"\"><p>$<NAME></p>"
      ),
      .quiet("<img src=\"https://example.com/a.png\" alt=\"An image of a cup, $<NAME>\">"),
    ],
    check: .draft { context, report in
      let body = context.body
      var previous = ""
      for element in body.elements
      where element.name == "img" && element.audience.contains(.browsers) {
        let text = BlankText.folded(body.value("alt", of: element) ?? "")
        defer { previous = text }
        guard !text.isEmpty, isPoor(text) || text == previous,
          let range = body.tag(element).attribute("alt")?.valueRange
        else { continue }
        report(
          Problem(
            Message(
              "\(quoted: String(text.prefix(40))) does not describe the image",
              ko: "\(quoted: String(text.prefix(40)))은(는) 이미지를 설명하지 않습니다"),
            at: body.location(of: range)))
      }
    })

  private static let poorWords: Set<String> = [
    "image", "img", "picture", "photo", "graphic", "banner", "icon", "untitled", "이미지", "사진", "그림",
    "배너", "아이콘",
  ]

  private static func isPoor(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if poorWords.contains(lowered) || text.unicodeScalars.count > 150 { return true }
    if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") { return true }
    guard !lowered.contains(" ") else { return false }
    if [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"].contains(where: lowered.hasSuffix)
    {
      return true
    }
    return ["img_", "img-", "image_", "image-", "dsc_", "screenshot_"].contains { mark in
      lowered.hasPrefix(mark) && lowered.dropFirst(mark.count).allSatisfy(\.isNumber)
    }
  }
}
