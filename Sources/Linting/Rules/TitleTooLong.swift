import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A title longer than the service takes.
  static let titleTooLong = Rule(
    "title-too-long", .error, .title,
    summary: Message("a filled title over 500 bytes of UTF-8", ko: "채운 뒤 UTF-8로 500바이트를 넘는 제목"),
    rationale: Message(
      "the service refuses it; in advertising mail 9 bytes go to the mark it adds",
      ko: "서비스가 거절합니다. 광고 메일에서는 서비스가 붙이는 표시가 9바이트를 차지합니다"),
    instead: Message("shorten the title or the longest value", ko: "제목이나 가장 긴 값을 줄이세요"),
    sources: [.createMailRequest, .sensMail],
    examples: [
      .flagged("<p>$<NAME></p>", title: "‹" + String(repeating: "가", count: 167) + "›"),
      .flagged(
        "<p>x</p>", title: "‹Hi $<NAME>›",
        people: "address,NAME\na@example.com,Kim\nb@example.com,"
          + String(repeating: "x", count: 498) + "\n", rows: [3]),
      .quiet("<p>$<NAME></p>", title: String(repeating: "가", count: 166)),
      .quiet("<p>x</p>", title: "Hi $<NAME>", people: "address,NAME\na@example.com,Kim\n"),
    ],
    check: .list { context, report in
      let title = context.draft.title.text
      let longest = context.people?.longestTitle.bytes ?? FilledSizes(context.draft).fixedTitle
      let limit = context.limit(\.titleBytes)
      guard longest > limit else { return }
      let row = context.people?.longestTitle.row
      report(
        Problem(
          Message(
            "the longest title has \(longest) bytes; at most \(limit)",
            ko: "가장 긴 제목이 \(longest)바이트로 최대 \(limit)바이트를 넘습니다"),
          at: title.location(of: 0..<title.bytes.count),
          rows: context.draft.title.placeholders.isEmpty ? [] : row.map { [$0] } ?? []))
    })
}
