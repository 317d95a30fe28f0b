import Composing
import Diagnostics
import Mailing

extension Rule {
  /// A field that the chosen service does not have.
  static let unsupportedField = Rule(
    "unsupported-field", .error, .tool,
    summary: Message(
      "a field of mail.json that the mail service does not take; advice while no service is chosen",
      ko: "메일 서비스가 받지 않는 mail.json의 필드. 서비스를 정하기 전에는 참고"),
    rationale: Message(
      "the field would be left out of the request without a word", ko: "그 필드는 말없이 요청에서 빠집니다"),
    instead: Message(
      "remove the field, or choose the service that has it with 'profile' in tmpl.json",
      ko: "필드를 지우거나, 그 필드가 있는 서비스를 tmpl.json의 'profile'로 고르세요"),
    sources: [.createMailRequest, .sensMail],
    examples: [
      .flagged(fields: "\"referencesHeader\": ‹\"<1@example.com>\"›"),
      .flagged(fields: "\"advertising\": false, \"referencesHeader\": ‹\"x\"›"),
      .quiet(fields: "\"reservationUtc\": 1796083200000"),
      .quiet(fields: "\"unsubscribeMessage\": \"x\", \"useBasicUnsubscribeMsg\": false"),
    ],
    check: .draft { context, report in
      let envelope = context.draft.envelope
      for field in envelope.givenFields {
        let lacking = context.profiles.filter { !$0.takes(field) }
        guard let first = lacking.first else { continue }
        report(
          Problem(
            Message(
              "\(first.service) does not take \(quoted: field.rawValue)",
              ko: "\(first.service)에는 \(quoted: field.rawValue) 필드가 없습니다"),
            at: envelope.location(of: field),
            severity: context.profiles.count == 1 ? .error : .advice))
      }
    })
}
