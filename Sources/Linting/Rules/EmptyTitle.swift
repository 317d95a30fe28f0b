import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A mail without a title.
  static let emptyTitle = Rule(
    "empty-title", .error, .title,
    summary: Message("a title that is absent or blank", ko: "없거나 빈 제목"),
    rationale: Message("the service requires 1 to 500 bytes", ko: "서비스는 1~500바이트를 요구합니다"),
    instead: Message("write \"title\" in mail.json", ko: "mail.json에 \"title\"을 쓰세요"),
    examples: [
      .flagged(title: "‹›"), .flagged(title: "‹  ›"), .quiet(title: "x"),
      .quiet("<p>x</p>", title: "$<NAME>"),
    ],
    check: .draft { context, report in
      let title = context.draft.title
      let isBlank = title.text.bytes.allSatisfy { $0 <= 0x20 }
      guard isBlank, title.placeholders.isEmpty, context.draft.envelope.remote.isEmpty,
        !context.draft.envelope.isAbsent
      else {
        return
      }
      report(
        Problem(
          Message("the title is empty", ko: "제목이 비어 있습니다"),
          at: context.draft.envelope.texts[.title] == nil
            ? context.draft.envelope.location(of: .title)
            : title.text.location(of: 0..<title.text.bytes.count)))
    })
}
