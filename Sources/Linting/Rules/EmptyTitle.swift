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
    sources: [.createMailRequest, .sensMail, .spamAssassin("MISSING_SUBJECT")],
    examples: [
      .flagged(title: "‹›"), .flagged(title: "‹  ›"), .flagged(title: "‹\u{3000}›"),
      .flagged(
        "<p>x</p>", title: "‹$<NAME ?? ''>›",
        people: "address,NAME\na@example.com,Kim\nb@example.com,\n", rows: [3]),
      .quiet(title: "x"), .quiet("<p>x</p>", title: "$<NAME>"),
      .quiet("<p>x</p>", title: "$<NAME ?? you>", people: "address,NAME\na@example.com,\n"),
      .quiet(title: "", fields: "\"templateSid\": 15"),
    ],
    check: .list { context, report in
      let title = context.draft.title
      let envelope = context.draft.envelope
      guard envelope.remote.isEmpty, !envelope.isAbsent else { return }
      let place =
        envelope.texts[.title] == nil
        ? envelope.location(of: .title) : title.text.location(of: 0..<title.text.bytes.count)
      if Blank.isBlank(title.text.bytes[...]) {
        report(Problem(Message("the title is empty", ko: "제목이 비어 있습니다"), at: place))
      } else if let people = context.people, people.blankTitles.count > 0 {
        let count = people.blankTitles.count
        report(
          Problem(
            Message(
              "the title is empty for \(count) of \(people.count, "recipient")",
              ko: "제목이 비는 수신자가 \(people.count)명 중 \(count)명입니다"),
            at: place, rows: people.blankTitles.rows, count: count))
      }
    })
}
