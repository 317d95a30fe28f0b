import Diagnostics
import Markup

extension Rule {
  /// Elements that mail programs drop.
  static let unsupportedElement: Rule = Rule(
    "unsupported-element", .warning, .client,
    summary: Message(
      "'svg', 'video', 'audio', 'dialog' and other elements that mail programs drop",
      ko: "svg, video, audio, dialog처럼 메일 프로그램이 버리는 요소"),
    rationale: Message(
      "its content is not shown, or falls out as plain text", ko: "내용이 보이지 않거나 일반 글자로 흘러나옵니다"),
    instead: Message("use an image, and link it to a page", ko: "이미지를 쓰고 페이지로 링크하세요"),
    sources: [.canIEmail("html-svg"), .canIEmail("html-video"), .canIEmail("html-audio")],
    examples: [
      .flagged("‹<svg width=\"9\">›</svg><p>$<NAME></p>"),
      .flagged("‹<video src=\"https://example.com/a.mp4\">›</video><p>$<NAME></p>"),
      .flagged("‹<dialog open>›$<NAME></dialog>"),
      .quiet(
        "<video src=\"https://example.com/a.mp4\"><img src=\"https://example.com/a.png\" alt=\"\"></video><p>$<NAME></p>"
      ),
      .quiet(
        "<video src=\"https://example.com/a.mp4\">see the film at example.com</video><p>$<NAME></p>"
      ),
      .quiet(
        "<picture><source srcset=\"https://example.com/a.webp\"><img src=\"https://example.com/a.png\" alt=\"\"></picture><p>$<NAME></p>"
      ),
      .quiet("<p>svg, video, $<NAME></p><ruby>漢<rt>han</rt></ruby>"),
      .quiet("<!--[if IE]><svg></svg><![endif]--><p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      var uses = ClientUses(context)
      let body = context.body
      for (number, element) in body.elements.enumerated() {
        guard let support = ClientSupport.of("<\(element.name)>"), support.kind == .element else {
          continue
        }
        let content = body.content(of: number)
        let hasFallback =
          ["video", "audio", "picture"].contains(element.name)
          && (content.contains { $0.name == "img" } || !BlankText.isBlank(body.string(in: number)))
        if hasFallback { continue }
        uses.note(
          support.key, at: body.tag(element).range, readers: uses.readers(of: element.audience))
      }
      uses.report(help: unsupportedElement.instead, report)
    })
}
