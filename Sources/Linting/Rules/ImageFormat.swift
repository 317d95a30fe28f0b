import Diagnostics
import Markup

extension Rule {
  /// Images of a kind that some programs do not show.
  static let imageFormat: Rule = Rule(
    "image-format", .warning, .image,
    summary: Message(
      "an image whose address ends in webp, avif, apng, heic, tiff, ico or mp4",
      ko: "주소가 webp, avif, apng, heic, tiff, ico, mp4로 끝나는 이미지"),
    rationale: Message(
      "none of them is shown in Outlook for Windows (classic)",
      ko: "Windows용 Outlook(클래식)은 하나도 보여 주지 않습니다"),
    instead: Message("use png, jpg or gif", ko: "png, jpg, gif를 쓰세요"),
    sources: [.canIEmail("image-webp"), .canIEmail("image-avif"), .canIEmail("image-svg")],
    examples: [
      .flagged("<img alt=\"\" src=‹\"https://example.com/p.webp?v=3\"›><p>$<NAME></p>"),
      .flagged(
        "<table><tr><td background=‹\"https://example.com/p.AVIF#x\"›>$<NAME></td></tr></table>"),
      .quiet("<img alt=\"\" src=\"https://example.com/p.png?from=p.webp\"><p>$<NAME></p>"),
      .quiet(
        "<picture><source srcset=\"https://example.com/p.webp\"><img alt=\"\" src=\"https://example.com/p.jpg\"></picture><p>$<NAME></p>"
      ),
      .quiet(
        "<!--[if !mso]><!--><img alt=\"\" src=\"https://example.com/p.webp\"><!--<![endif]--><p>$<NAME></p>"
      ),
      .quiet("<a href=\"https://example.com/p.webp\">$<NAME></a>"),
    ],
    check: .draft { context, report in
      let body = context.body
      var uses = ClientUses(context)
      for element in body.elements {
        for name in ["src", "background"] as [MarkupName]
        where element.name == "img" || name == "background" {
          guard let attribute = body.tag(element).attribute(name), let value = attribute.valueRange,
            let ending = ending(of: body.value(name, of: element) ?? ""),
            ClientSupport.of(ending)?.kind == .image
          else { continue }
          let quotes = attribute.quote == .none ? 0 : 1
          uses.note(
            ending, at: (value.lowerBound - quotes)..<(value.upperBound + quotes),
            readers: uses.readers(of: element.audience))
        }
      }
      uses.report(help: imageFormat.instead, report)
    })

  /// What the path of an address ends in, with its dot and in lower case.
  private static func ending(of address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: "."), path.distance(from: dot, to: path.endIndex) <= 5 else {
      return nil
    }
    return path[dot...].lowercased()
  }
}
