import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// Both spellings of placeholders in one file.
  static let mixedPlaceholderSyntax = Rule(
    "mixed-placeholder-syntax", .advice, .placeholder,
    summary: Message("both $<NAME> and ${NAME} in one text", ko: "한 글에 섞여 있는 $<NAME>과 ${NAME}"),
    rationale: Message(
      "one of them may have been meant as text, and HTML tools damage '$<NAME>' alone",
      ko: "하나는 글자로 쓴 것일 수 있고, HTML 도구는 '$<NAME>'만 망가뜨립니다"),
    instead: Message("write all of them in one way", ko: "한 가지로 통일하세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>$<NAME>, $<NAME> and ‹${NAME}›</p>"),
      .flagged("<p>${NAME}, ${NAME ?? 'you'} and ‹$<NAME ?? 'you'>›</p>"),
      .quiet("<p>${NAME} and ${NAME ?? 'you'}</p>", title: "Hi $<NAME>"),
      .quiet("<p>$<NAME> and \\${NAME}</p>"), .quiet("<p>US$<b>50</b> for ${NAME}</p>"),
      .quiet(
        request: RuleExample.request(
          body: "<p>$<NAME> ${NAME}</p>", parameters: "\"NAME\": \"Kim\"")),
      .quiet("<p>$<NAME>, $<NAME></p><code>${NAME}</code>"),
    ],
    check: .draft { context, report in
      // In a complete request, both are what the service was given.
      guard !context.draft.hasFinalValues else { return }
      let code = context.draft.codeTexts
      for (template, isTitle) in [(context.draft.title, true), (context.draft.body, false)] {
        let known = template.placeholders.filter {
          ($0.marks == .brace || !HTMLNames.isElement($0.name))
            && (isTitle || !code.contains($0.range.lowerBound))
        }
        let braces = known.count { $0.marks == .brace }
        let rare: Placeholder.Marks = braces * 2 > known.count ? .angle : .brace
        guard braces > 0, braces < known.count else { continue }
        for placeholder in known where placeholder.marks == rare {
          report(problem(template, placeholder))
        }
      }
    })

  private static func problem(_ template: Template, _ placeholder: Placeholder) -> Problem {
    let text = template.text.string(placeholder.range)
    let inner = text.dropFirst(2).dropLast()
    let isAngle = placeholder.marks == .angle
    let other = isAngle ? "${\(inner)}" : "$<\(inner)>"
    return Problem(
      Message(
        "\(quoted: text) is written in the other way than most placeholders here",
        ko: "\(quoted: text)은(는) 다른 치환 변수 대부분과 표기가 다릅니다"),
      at: template.text.location(of: placeholder.range), parameter: placeholder.name,
      fix: inner.contains(isAngle ? "}" : ">")
        ? nil
        : template.text.fix(
          placeholder.range, Message("write '\(other)'", ko: "'\(other)'(으)로 쓰기"), .safe, other))
  }
}
