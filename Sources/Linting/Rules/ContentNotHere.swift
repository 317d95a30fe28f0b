import Composing
import Diagnostics
import Mailing

extension Rule {
  /// Content or people that live at the service.
  static let contentNotHere = Rule(
    "content-not-here", .error, .tool,
    summary: Message(
      "'templateSid' or 'recipientGroupFilter': content or people are kept at the service",
      ko: "'templateSid'나 'recipientGroupFilter': 내용이나 수신자가 서비스에 있는 경우"),
    rationale: Message(
      "what cannot be read here cannot be checked, previewed or approved",
      ko: "여기서 읽을 수 없는 것은 검사하거나 미리 보거나 승인할 수 없습니다"),
    instead: Message("keep title, body and list in the project", ko: "제목, 본문, 목록을 프로젝트에 두세요"),
    sources: [.createMailRequest],
    examples: [
      .flagged(fields: "\"templateSid\": ‹15›"),
      .flagged(fields: "\"recipientGroupFilter\": ‹{\"andFilter\": true, \"groups\": [\"vip\"]}›"),
      .quiet(), .quiet("<p>templateSid $<NAME></p>"),
    ],
    check: .draft { context, report in
      for remote in context.draft.envelope.remote {
        report(
          Problem(
            Message(
              "\(quoted: remote.value): content or people live at the service and cannot be checked here",
              ko: "\(quoted: remote.value): 내용이나 수신자가 서비스에 있어 여기서 검사할 수 없습니다"),
            at: context.draft.envelope.location(of: remote.range)))
      }
    })
}
