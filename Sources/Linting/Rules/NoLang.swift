import Diagnostics
import Markup

extension Rule {
  /// Mails that do not say in which language they are.
  static let noLang = Rule(
    "no-lang", .warning, .accessibility,
    summary: Message(
      "no 'lang' on '<html>', nor on an element around the content",
      ko: "<html>에도 본문을 감싼 요소에도 없는 lang"),
    rationale: Message(
      "screen readers read it with the voice of another language (WCAG 3.1.1)",
      ko: "화면 낭독기가 다른 언어의 목소리로 읽습니다(WCAG 3.1.1)"),
    instead: Message(
      "write 'lang' on '<html>', and on the outermost element of the body too, since webmail drops '<html>'",
      ko: "<html>에 lang을 쓰고, 웹메일은 <html>을 버리므로 본문의 가장 바깥 요소에도 쓰세요"),
    sources: [.wcag("3.1.1", "language-of-page"), .wcagTechnique("html/H57"), .markupReport],
    examples: [
      .flagged("‹<html>›<body><p>$<NAME> 님, 안녕하세요. 새 소식을 알려 드립니다.</p></body></html>"),
      .flagged("‹<body>›<p>$<NAME></p></body>"),
      .quiet("<html lang=\"ko\"><body><p>$<NAME></p></body></html>"),
      .quiet("<html><body><div lang=\"ko\"><p>$<NAME></p></div></body></html>"),
      .quiet("<p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      guard !body.isFragment else { return }
      let isSaid = body.elements.contains { element in
        let isOuter =
          ["html", "body"].contains(element.name)
          || element.parent.map { ["html", "body"].contains(body.elements[$0].name) } ?? true
        return isOuter && body.tag(element).attribute("lang") != nil
      }
      guard !isSaid else { return }
      let place =
        body.elements.first { $0.name == "html" } ?? body.elements.first { $0.name == "body" }
      guard let place, let name = body.tag(place).nameRange else {
        return report(problem(body, 0..<0, nil))
      }
      let language = TextLanguage(of: body)
      let fix = language.map {
        body.text.fix(
          name.upperBound..<name.upperBound,
          Message(
            "add 'lang=\"\($0.rawValue)\"'",
            ko: "lang=\"\($0.rawValue)\" 속성을 더합니다"),
          .unsafe, " lang=\"\($0.rawValue)\"")
      }
      report(problem(body, body.tag(place).range, fix))
    })

  private static func problem(_ body: BodyFacts, _ range: Range<Int>, _ fix: Fix?) -> Problem {
    Problem(
      Message("the mail does not say in which language it is", ko: "메일에 언어 표시(lang)가 없습니다"),
      at: body.location(of: range), fix: fix)
  }
}
