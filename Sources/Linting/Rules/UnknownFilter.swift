import Diagnostics
import Templating

extension Rule {
  /// A filter that does not exist.
  static let unknownFilter = Rule(
    "unknown-filter", .error, .placeholder,
    summary: Message(
      "a filter that this version does not have, or text behind '|' that is none",
      ko: "이 버전에 없는 필터, 또는 '|' 뒤에서 필터로 읽을 수 없는 텍스트"),
    rationale: Message(
      "guessing would send other text than the author meant", ko: "짐작으로 처리하면 의도와 다른 내용이 발송됩니다"),
    instead: Message(
      "use one of those that 'tmpl filters' lists, or put the finished value into the list",
      ko: "'tmpl filters'에 있는 필터를 쓰거나 완성된 값을 목록에 넣으세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>$<NAME | ‹shout›></p>"), .flagged("<p>$<NAME | ‹uper› | upper></p>"),
      .flagged("<p>‹$<NAME | >› $<NAME></p>"),
      .flagged("<p>$<NAME ?? x | ‹shout›('a', 2) | ‹Trim›></p>"),
      .quiet("<p>$<NAME | trim | truncate(20)></p>"), .quiet("<p>$<NAME | truncate></p>"),
      .quiet("<p>$<NAME ?? \"a | b\"></p>"), .quiet("<p>a | b $<NAME></p>"),
    ],
    check: .draft { context, report in
      context.forEachFilterProblem { problem, placeholder, template in
        guard case .unknownFilter(let nearest) = problem.kind else { return }
        report(
          Problem(
            message(problem.filter, nearest), at: template.text.location(of: problem.range),
            parameter: placeholder.name,
            fix: nearest.map {
              template.text.fix(
                problem.range, Message("write \(quoted: $0)", ko: "\(quoted: $0)(으)로 쓰기"), .unsafe,
                $0)
            }))
      }
      for template in context.templates {
        for problem in template.problems where problem.kind == .invalidFilter {
          report(
            Problem(
              Message("no filter can be read behind '|'", ko: "'|' 뒤를 필터로 읽을 수 없습니다"),
              at: template.text.location(of: problem.range),
              help: Message(
                "write it as 'tmpl filters' shows: $<NAME | truncate(20)>",
                ko: "'tmpl filters'에 나오는 대로 쓰세요: $<NAME | truncate(20)>")))
        }
      }
    })
}

private func message(_ name: String, _ nearest: String?) -> Message {
  guard let nearest else {
    return Message("unknown filter \(quoted: name)", ko: "알 수 없는 필터 \(quoted: name)")
  }
  return Message(
    "unknown filter \(quoted: name); did you mean \(quoted: nearest)?",
    ko: "알 수 없는 필터 \(quoted: name). \(quoted: nearest)을(를) 쓰려던 것인가요?")
}
