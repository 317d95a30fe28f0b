import Composing
import Diagnostics
import Mailing

extension Rule {
  /// Copies of mails that are sent one by one.
  static let ccWithIndividual = Rule(
    "cc-with-individual", .error, .recipient,
    summary: Message("Cc or Bcc while mails are sent one by one", ko: "개별 발송인데 참조나 숨은 참조가 있는 경우"),
    rationale: Message(
      "with 'individual' (the default) the service takes only type R",
      ko: "'individual'(기본값)일 때 서비스는 유형 R만 받습니다"),
    instead: Message(
      "set 'individual: false' for one mail to all, or make them R",
      ko: "모두에게 한 통이면 'individual: false'로, 아니면 R로 바꾸세요"),
    sources: [.createMailRequest, .sensMail],
    examples: [
      .flagged(people: "address,type,NAME\na@example.com,R,Kim\nb@example.com,C,Lee\n"),
      .flagged(
        fields: "\"individual\": true",
        people: "address,type,NAME\na@example.com,R,Kim\nb@example.com,BCC,Lee\n"),
      .quiet(
        "<p>x</p>", fields: "\"individual\": false",
        people: "address,type\na@example.com,R\nb@example.com,C\n"),
      .quiet(),
    ],
    check: .list { context, report in
      guard let people = context.people, context.draft.envelope.isIndividual else { return }
      let copies = people.kinds[.carbonCopy] + people.kinds[.blindCopy]
      guard copies > 0 else { return }
      report(
        Problem(
          Message(
            "\(copies) Cc or Bcc recipients, but mails are sent individually",
            ko: "개별 발송에서는 참조·숨은 참조를 쓸 수 없습니다(\(copies)명)"),
          at: Location(file: people.list), count: copies))
    })
}
