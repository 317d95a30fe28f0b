import Diagnostics
import Mailing

extension Rule {
  /// A list in which nobody is addressed directly.
  static let noRecipient = Rule(
    "no-recipient", .error, .recipient,
    summary: Message("a list with nobody of type R (To)", ko: "받는 사람(R)이 없는 목록"),
    rationale: Message("the service needs someone to send to", ko: "서비스에는 받는 사람이 있어야 합니다"),
    instead: Message("leave the type empty or write R", ko: "유형을 비우거나 R로 쓰세요"),
    sources: [.createMailRequest],
    examples: [
      .flagged(
        fields: "\"individual\": false, \"parameters\": {\"NAME\": \"all\"}",
        people: "address,type\na@example.com,C\n"),
      .flagged(people: "address,type,NAME\na@example.com,B,Kim\nb@example.com,C,Lee\n"),
      .quiet(people: "address,type,NAME\na@example.com,R,Kim\n"), .quiet(people: nil),
    ],
    check: .list { context, report in
      guard let people = context.people, people.kinds[.to] == 0 else { return }
      report(
        Problem(
          Message("nobody is addressed as R (To)", ko: "받는 사람(R)이 없습니다"),
          at: Location(file: people.list)))
    })
}
