import Diagnostics
import Templating

extension Rule {
  /// A filter that does not exist.
  static let unknownFilter = Rule(
    "unknown-filter", .error, .placeholder,
    summary: Message("a filter that this version does not have", ko: "이 버전에 없는 필터"),
    rationale: Message(
      "guessing would send other text than the author meant", ko: "짐작으로 처리하면 의도와 다른 내용이 발송됩니다"),
    instead: Message("put the finished value into the list", ko: "완성된 값을 목록에 넣으세요"),
    examples: [
      .flagged("<p>$<NAME | ‹shout›></p>"), .flagged("<p>$<NAME ?? x | ‹shout›('a', 2)></p>"),
      .quiet("<p>$<NAME ?? \"a | b\"></p>"), .quiet("<p>a | b $<NAME></p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        for placeholder in template.placeholders {
          guard let filter = placeholder.filters.first else { continue }
          report(
            Problem(
              Message(
                "unknown filter \(quoted: filter.name)", ko: "알 수 없는 필터 \(quoted: filter.name)"),
              at: template.text.location(of: filter.nameRange), parameter: placeholder.name))
        }
      }
    })
}
