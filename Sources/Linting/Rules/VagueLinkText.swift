import Diagnostics
import Markup

extension Rule {
  /// Links whose text says nothing about where they lead.
  static let vagueLinkText = Rule(
    "vague-link-text", .warning, .accessibility,
    summary: Message(
      "'click here', 'more' and the like as a link's whole text; advice where there is only one",
      ko: "'여기', '클릭', 'click here'뿐인 링크 글자. 하나뿐이면 참고"),
    rationale: Message(
      "screen readers list links without the text around them (WCAG 2.4.4)",
      ko: "화면 낭독기는 링크를 주변 글 없이 나열합니다(WCAG 2.4.4)"),
    instead: Message("name what the link opens", ko: "무엇을 여는 링크인지 쓰세요"),
    sources: [.wcag("2.4.4", "link-purpose-in-context")],
    examples: [
      .flagged(
        "<p>$<NAME></p><a href=\"https://example.com/a\">‹여기›</a> <a href=\"https://example.com/b\">‹Click here›</a>"
      ),
      .flagged(
        "<p>$<NAME></p><a href=\"https://example.com/a\"><b>‹바로가기›</b></a>", severity: .advice),
      .quiet("<p>$<NAME></p><a href=\"https://example.com/a\">자세히 보기</a>"),
      .quiet("<p>$<NAME></p><a href=\"https://example.com/a\">쿠폰함 바로가기</a>"),
      .quiet("<p>$<NAME></p><a href=\"https://example.com/a\" aria-label=\"the order\">here</a>"),
      .quiet("<p>here, $<NAME></p><a name=\"x\">here</a>"),
    ],
    check: .draft { context, report in
      let body = context.body
      let vague = body.elements.indices.filter { number in
        let element = body.elements[number]
        return element.name == "a" && element.audience.contains(.browsers)
          && body.tag(element).attribute("href") != nil
          && body.tag(element).attribute("aria-label") == nil
          && vagueWords.contains(words(body.string(in: number)))
      }
      for number in vague {
        let text = body.string(in: number)
        report(
          Problem(
            Message(
              "\(quoted: BlankText.folded(text)) says nothing about where the link leads",
              ko: "\(quoted: BlankText.folded(text))만으로는 어디로 가는지 알 수 없습니다"),
            at: body.location(of: body.textRange(in: number)),
            severity: vague.count == 1 ? .advice : nil))
      }
    })

  private static let vagueWords: Set<String> = [
    "click here", "click", "here", "read more", "more", "learn more", "link", "this link", "go",
    "여기", "클릭",
    "여기 클릭", "여기를 클릭", "여기를 클릭하세요", "이곳", "링크", "바로가기", "바로 가기", "자세히", "더보기", "더 보기",
  ]

  /// A text without the marks and arrows around it.
  private static func words(_ text: String) -> String {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || BlankText.isBlank($0) }
    return BlankText.folded(String(String.UnicodeScalarView(letters))).lowercased()
  }
}
