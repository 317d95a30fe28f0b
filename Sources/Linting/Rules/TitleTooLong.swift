import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A title longer than the service takes.
  static let titleTooLong = Rule(
    "title-too-long", .error, .title,
    summary: Message(
      "a filled title over 500 bytes of UTF-8; a warning from 450 while values are not known",
      ko: "채운 뒤 UTF-8로 500바이트를 넘는 제목. 값을 모를 때는 450바이트부터 경고"),
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
      .flagged(
        "<p>x</p>", title: "‹$<NAME>" + String(repeating: "x", count: 450) + "›", people: nil,
        severity: .warning),
      .quiet("<p>x</p>", title: "$<NAME>" + String(repeating: "x", count: 440), people: nil),
      .quiet("<p>$<NAME></p>", title: String(repeating: "x", count: 460), people: nil),
    ],
    check: .list { context, report in
      let title = context.draft.title.text
      let longest = context.people?.longestTitle.bytes ?? FilledSizes(context.draft).fixedTitle
      let limit = context.limit(\.titleBytes)
      // What values will add nobody knows without a list.
      let isOpen = context.people == nil && !context.draft.title.placeholders.isEmpty
      if isOpen, longest >= limit * 9 / 10, longest <= limit {
        return report(
          Problem(
            Message(
              "the title has \(longest) bytes without its values; at most \(limit)",
              ko: "제목이 값을 빼고도 \(longest)바이트입니다. 최대 \(limit)바이트까지 쓸 수 있습니다"),
            at: title.location(of: 0..<title.bytes.count), severity: .warning))
      }
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
