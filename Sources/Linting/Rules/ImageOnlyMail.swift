import Diagnostics
import Markup

extension Rule {
  /// Mails that are hardly more than images.
  static let imageOnlyMail = Rule(
    "image-only-mail", .warning, .image,
    summary: Message(
      "large images and fewer than 50 characters of text; advice below 400 bytes",
      ko: "큰 이미지와 50자 미만의 글자뿐인 메일. 400바이트 미만이면 참고"),
    rationale: Message(
      "where images are blocked nothing is left, and spam filters count it",
      ko: "이미지를 막으면 아무것도 남지 않고, 스팸 필터는 감점합니다"),
    instead: Message("say as text what the images say", ko: "이미지에 담긴 말을 글자로도 쓰세요"),
    sources: [.spamAssassin("HTML_IMAGE_ONLY_04 to 28"), .rspamd("R_EMPTY_IMAGE")],
    examples: [
      .flagged(
        "‹<img alt=\"A letter\" src=\"https://example.com/a.png\" width=\"600\">›<p>$<NAME></p>"),
      .flagged(
        "‹<img alt=\"\" src=\"https://example.com/a.png\">›<p>" + String(repeating: "글", count: 60)
          + "</p><p>$<NAME></p>", severity: .advice),
      .flagged(
        "‹<img alt=\"\" src=\"https://example.com/a.png\">›<p style=\"display:none\">"
          + String(repeating: "x", count: 500) + "</p><p>$<NAME></p>"),
      .quiet(
        "<img alt=\"\" src=\"https://example.com/a.png\" width=\"600\"><p>"
          + String(repeating: "글", count: 140) + " $<NAME></p>"),
      .quiet("<img alt=\"\" src=\"https://example.com/logo.png\" width=\"120\"><p>$<NAME></p>"),
      .quiet("<p>$<NAME></p>"),
      .quiet(
        "<img style=\"display:none\" alt=\"\" src=\"https://example.com/a.png\" width=\"600\"><p>$<NAME></p>"
      ),
    ],
    check: .draft { context, report in
      let body = context.body
      let images = body.elements.filter { element in
        element.name == "img" && element.audience.contains(.browsers) && !element.isHidden
          && isLarge(body.word("width", of: element))
      }
      guard let first = images.first else { return }
      var characters = 0
      var bytes = 0
      for text in body.texts where text.audience.contains(.browsers) && bytes < 400 {
        if let parent = text.parent, body.elements[parent].isHidden { continue }
        for scalar in body.string(text).unicodeScalars where !BlankText.isBlank(scalar) {
          characters += 1
          bytes += scalar.utf8.count
        }
      }
      guard bytes < 400 else { return }
      report(
        Problem(
          Message(
            "the mail is \(images.count, "large image") and \(characters, "character") of text",
            ko: "메일이 큰 이미지 \(images.count)개와 글자 \(characters)자로 되어 있습니다"),
          at: body.location(of: body.tag(first).range),
          severity: characters < 50 ? .warning : .advice))
    })

  private static func isLarge(_ width: String?) -> Bool {
    guard let width, let number = Int(width.prefix { $0.isNumber }) else { return true }
    return number >= 300 || width.hasSuffix("%")
  }
}
