import Diagnostics
import Markup

extension Rule {
  /// Images higher than a page of Word.
  static let tallImage = Rule(
    "tall-image", .warning, .image,
    summary: Message(
      "an image whose 'height' is over 1,728 pixels", ko: "height가 1,728픽셀을 넘는 이미지"),
    rationale: Message(
      "what is over 18 inches is cut off in Outlook for Windows (classic)",
      ko: "Windows용 Outlook(클래식)은 18인치가 넘는 부분을 자릅니다"),
    instead: Message("cut the image into several", ko: "이미지를 여럿으로 나누세요"),
    sources: [
      Source(
        Source.same("Microsoft, large pictures clipped in Outlook 2007"),
        "https://blogs.msdn.microsoft.com/sfellman/2008/09/17/large-pictures-clipped-in-outlook-2007-maximum-size-for-images/"
      )
    ],
    examples: [
      .flagged(
        "<img alt=\"\" src=\"https://example.com/a.png\" width=\"600\" ‹height=\"1729\"›><p>$<NAME></p>"
      ),
      .flagged(
        "<img alt=\"\" src=\"https://example.com/a.png\" width=\"600\" ‹height=\"2400px\"›><p>$<NAME></p>"
      ),
      .quiet(
        "<img alt=\"\" src=\"https://example.com/a.png\" width=\"600\" height=\"1728\"><p>$<NAME></p>"
      ),
      .quiet(
        "<img alt=\"\" src=\"https://example.com/a.png\" width=\"600\" height=\"2400\"><p>$<NAME></p>",
        clients: "gmail"),
      .quiet(
        "<!--[if !mso]><!--><img alt=\"\" src=\"https://example.com/a.png\" height=\"2400\"><!--<![endif]--><p>$<NAME></p>"
      ),
      .quiet("<table height=\"2400\"><tr><td>$<NAME></td></tr></table>"),
    ],
    check: .draft { context, report in
      guard context.clients.set.contains(ClientSet(.outlookWindows)) else { return }
      let body = context.body
      for element in body.elements where element.name == "img" && element.audience.contains(.word) {
        guard let attribute = body.tag(element).attribute("height"), !element.isHidden,
          let height = body.word("height", of: element).flatMap({ Int($0.prefix { $0.isNumber }) }),
          height > 1_728
        else { continue }
        report(
          Problem(
            Message(
              "the image is \(height) pixels high; Outlook for Windows (classic) cuts it at 1,728",
              ko: "이미지 높이가 \(height)픽셀입니다. Windows용 Outlook(클래식)은 1,728픽셀에서 자릅니다"),
            at: body.location(of: attribute.range)))
      }
    })
}
