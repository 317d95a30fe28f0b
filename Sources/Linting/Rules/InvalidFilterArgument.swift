import Diagnostics
import Templating

extension Rule {
  /// A filter that is called with what it does not take.
  static let invalidFilterArgument = Rule(
    "invalid-filter-argument", .error, .placeholder,
    summary: Message(
      "an argument that a filter lacks, does not need or cannot use",
      ko: "필터에 빠졌거나 필요 없거나 쓸 수 없는 인수"),
    rationale: Message(
      "the filter could do nothing for any recipient", ko: "어떤 수신자에게도 필터를 적용할 수 없습니다"),
    instead: Message(
      "call it as 'tmpl filters' shows: truncate(20), date(\"yyyy. M. d.\")",
      ko: "'tmpl filters'에 나오는 대로 쓰세요: truncate(20), date(\"yyyy. M. d.\")"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>$<NAME | ‹truncate›></p>"), .flagged("<p>$<NAME | upper(‹1›)></p>"),
      .flagged("<p>$<NAME | truncate(‹0›) | date(‹'YYYY-MM-DD'›)></p>"),
      .flagged("<p>$<NAME></p>", title: "$<NAME | josa(‹\\\"is/are\\\"›)>"),
      .flagged("<p>$<NAME | ‹raw› | upper></p>"),
      .quiet("<p>$<NAME | truncate(1) | upper></p>"),
      .quiet("<p>$<NAME | trim | raw></p>"),
      .quiet("<p>$<NAME | date(\"yyyy'Y' M\")> $<NAME | josa('는/은')></p>"),
      .quiet("<p>$<NAME | shout(0)></p>"),
    ],
    check: .draft { context, report in
      context.forEachFilterProblem { problem, placeholder, template in
        guard case .invalidArgument(let message) = problem.kind else { return }
        report(
          Problem(
            message, at: template.text.location(of: problem.range), parameter: placeholder.name,
            help: problem.help))
      }
    })
}
