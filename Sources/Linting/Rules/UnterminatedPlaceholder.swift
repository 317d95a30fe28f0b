import Diagnostics
import Templating

extension Rule {
  /// A placeholder that is opened and not closed.
  static let unterminatedPlaceholder = Rule(
    "unterminated-placeholder", .error, .placeholder,
    summary: Message(
      "'$<NAME' or '${NAME' without its closing mark", ko: "닫는 기호가 없는 '$<NAME' 또는 '${NAME'"),
    rationale: Message(
      "it would be sent as text, and mail programs read '<NAME' as a tag that swallows what follows",
      ko: "텍스트 그대로 발송되며, 메일 프로그램은 '<NAME'을 태그로 읽어 뒤의 내용을 삼킵니다"),
    instead: Message("close it: $<NAME> or ${NAME}", ko: "닫아 주세요: $<NAME> 또는 ${NAME}"),
    sources: [.html("tag open state", "parsing.html#tag-open-state")],
    examples: [
      .flagged("<p>$<NAME></p>", title: "Hi ‹$<NAME›"),
      .flagged("<p>Dear ‹$<NAME›</p>"),
      .flagged("<a href=\"https://example.com/?n=‹${NAME›\">x</a>", title: "To $<NAME>"),
      .quiet("<p>$5 < $10 and $(x) and $ <b>b</b> $<NAME></p>"),
      .quiet("<p>\\$<NAME is how it begins: $<NAME></p>"),
      .quiet("<p>${ and $< alone, $<NAME></p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        for problem in template.problems {
          guard case .unterminated(let name) = problem.kind else { continue }
          let text = template.text.string(problem.range)
          let closing = problem.marks == .angle ? ">" : "}"
          let location = template.text.location(of: problem.range)
          report(
            Problem(
              Message(
                "\(quoted: text) is opened but not closed", ko: "\(quoted: text)이(가) 닫히지 않았습니다"),
              at: location, parameter: name,
              fix: template.text.fix(
                problem.range,
                Message("write '\(text)\(closing)'", ko: "'\(text)\(closing)'(으)로 쓰기"), .unsafe,
                text + closing)))
        }
      }
    })
}
