import Diagnostics
import Markup

extension Rule {
  /// Character references that are none.
  static let badCharacterReference = Rule(
    "bad-character-reference", .warning, .html,
    summary: Message(
      "'&nbps;' and other unknown names, a missing ';', numbers of no character",
      ko: "'&nbps;' 같은 모르는 이름, 빠진 ';', 문자가 아닌 번호"),
    rationale: Message(
      "readers see it as it is written, or another character", ko: "쓰인 그대로, 또는 다른 문자로 보입니다"),
    instead: Message("correct it, or write '&amp;' for the sign", ko: "바르게 고치거나 기호라면 '&amp;'로 쓰세요"),
    sources: [.html("character references", "syntax.html#character-references")],
    examples: [
      .flagged("<p>a‹&nbps;› $<NAME></p>"),
      .flagged("<p>‹&nbsp›b $<NAME></p>"),
      .flagged("<p title=\"‹&#55296;›\">‹&#128;›x $<NAME></p>"),
      .quiet("<p>a & b, AT&T; R&D, &nbsp; &amp;x &#8203; &#x1F600; &copy 2026 $<NAME></p>"),
      .quiet("<a href=\"https://example.com/?a=1&reg;=2&copyb=3&nope;=4\">$<NAME></a>"),
      .quiet("<style>a{background:url(https://example.com/?a&b;c)}</style><p>$<NAME></p>"),
      .quiet("<p title=\"a&copyb\">$<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      for token in body.tokens {
        switch token.kind {
        case .text where token.name.isEmpty || token.name == "title":
          // Where a placeholder takes part, its position is the error.
          for problem in ReferenceProblem.all(in: token.range, of: body.bytes)
          where !body.touchesPlaceholder(problem.range) {
            report(finding(problem, body))
          }
        case .startTag:
          for attribute in token.attributes where !isAddress(attribute.name) {
            guard let range = attribute.valueRange else { continue }
            // In attributes, names without their end are text.
            for problem in ReferenceProblem.all(in: range, of: body.bytes)
            where problem.kind != .missingEnd && !body.touchesPlaceholder(problem.range) {
              report(finding(problem, body))
            }
          }
        default: continue
        }
      }
    })

  private static let addresses: Set<MarkupName> = [
    "href", "src", "srcset", "action", "background", "cite", "poster", "data", "content",
  ]

  private static func isAddress(_ name: MarkupName) -> Bool {
    addresses.contains(name) || name.text.hasPrefix("xlink") || name.text.hasPrefix("xmlns")
  }

  private static func finding(_ problem: ReferenceProblem, _ body: BodyFacts) -> Problem {
    let text = body.text.string(problem.range)
    return Problem(
      Message(
        "\(quoted: text) is no character reference", ko: "\(quoted: text)은(는) 올바른 문자 참조가 아닙니다"),
      at: body.location(of: problem.range), fix: fix(problem, text, body))
  }

  private static func fix(_ problem: ReferenceProblem, _ text: String, _ body: BodyFacts) -> Fix? {
    let mended: String
    var safety = Fix.Safety.safe
    switch problem.kind {
    case .missingEnd: mended = text + ";"
    case .unknownName
    where ["&nbps;", "&nsbp;", "&bnsp;", "&nbs;", "&nbp;", "&nspb;"].contains(text):
      mended = "&nbsp;"
      safety = .unsafe
    case .unknownName, .badNumber: return nil
    }
    return body.text.fix(
      problem.range, Message("write \(quoted: mended)", ko: "\(quoted: mended)(으)로 씁니다"),
      safety, mended)
  }
}
