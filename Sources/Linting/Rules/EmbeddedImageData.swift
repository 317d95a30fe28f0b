import Diagnostics
import Markup

extension Rule {
  /// Images that lie in the mail's text.
  static let embeddedImageData: Rule = Rule(
    "embedded-image-data", .warning, .image,
    summary: Message(
      "an image as 'data:' in an address or in styles", ko: "주소나 스타일에 data:로 넣은 이미지"),
    rationale: Message(
      "in Gmail none is shown, in Outlook for Windows only some, and the mail grows large",
      ko: "Gmail은 보여 주지 않고 Windows용 Outlook은 일부만 보여 주며, 메일이 커집니다"),
    instead: Message(
      "put the image on a server and write its address", ko: "이미지를 서버에 올리고 그 주소를 쓰세요"),
    sources: [.canIEmail("image-base64")],
    examples: [
      .flagged("‹<img alt=\"\" src=\"data:image/png;base64,iVBORw0KGgo=\">›<p>$<NAME></p>"),
      .flagged("<td ‹style=\"background:url('data:image/gif;base64,R0lGOD==')\"›>$<NAME></td>"),
      .flagged(
        "<table><tr>‹<td background=\" DATA:image/gif;base64,R0lGOD==\">›$<NAME></td></tr></table>"),
      .quiet(
        "<img alt=\"data:image/png\" src=\"https://example.com/a.png?data:image\"><p>$<NAME></p>"),
      .quiet("<p style=\"background:url(https://example.com/data.png)\">data:image, $<NAME></p>"),
    ],
    check: .draft { context, report in
      guard let support = ClientSupport.of("data:") else { return }
      let body = context.body
      var uses = ClientUses(context)
      for element in body.elements {
        let addresses = ["src", "background"].compactMap { body.word($0, of: element) }
        if addresses.contains(where: { $0.hasPrefix("data:") }) {
          uses.note(
            "data:", shownAs: "data:", at: body.tag(element).range,
            readers: uses.readers(of: element.audience))
        }
      }
      for style in body.styles {
        for declaration in style.sheet.declarations {
          let word = style.sheet.words[declaration.words].first {
            ($0.kind == .address || $0.kind == .string)
              && BlankText.trimmed($0.text).lowercased().hasPrefix("data:")
          }
          guard word != nil else { continue }
          let attribute = style.element.flatMap { body.tag(body.elements[$0]).attribute("style") }
          uses.note(
            support.key, at: attribute?.range ?? declaration.range,
            readers: uses.readers(of: style, block: declaration.block))
        }
      }
      uses.report(help: embeddedImageData.instead, report)
    })
}
