import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// More people than one request may hold.
  static let tooManyRecipients = Rule(
    "too-many-recipients", .error, .recipient,
    summary: Message(
      "over 30 Cc or Bcc, or over 100,000 people in one request",
      ko: "참조나 숨은 참조가 30명을 넘거나 한 요청의 수신자가 100,000명을 넘는 경우"),
    rationale: Message(
      "the service refuses the request; lists of folders are sent in batches and have no such bound",
      ko: "서비스가 요청을 거절합니다. 폴더의 목록은 나누어 발송하므로 제한이 없습니다"),
    instead: Message("split the request", ko: "요청을 나누세요"),
    sources: [.createMailRequest],
    examples: [
      .flagged(
        "<p>x</p>", fields: "\"individual\": false",
        people: "address,type\nto@example.com,R\n"
          + (1...31).map { "c\($0)@example.com,C\n" }.joined()),
      .flagged(
        "<p>x</p>", fields: "\"individual\": false",
        people: "address,type\nto@example.com,R\n"
          + (1...31).map { "b\($0)@example.com,B\n" }.joined()),
      .quiet(
        "<p>x</p>", fields: "\"individual\": false",
        people: "address,type\nto@example.com,R\n"
          + (1...30).map { "c\($0)@example.com,C\n" }.joined()),
      .quiet(),
    ],
    check: .list { context, report in
      guard let people = context.people else { return }
      func check(_ count: Int, _ type: String, _ limit: Int) {
        guard count > limit else { return }
        report(
          Problem(
            Message(
              "\(count, "recipient") of type \(type); at most \(limit)",
              ko: "\(type) 수신자가 \(count)명으로 최대 \(limit)명을 넘습니다"),
            at: Location(file: people.list), count: count))
      }
      check(people.kinds[.carbonCopy], "C", context.limit(\.copies))
      check(people.kinds[.blindCopy], "B", context.limit(\.copies))
      if context.draft.isOneRequest {
        check(people.count, "R + C + B", context.limit(\.recipients))
      }
    })
}
