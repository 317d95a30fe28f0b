import Composing
import Diagnostics
import Mailing

extension Rule {
  /// Attachments that cannot go along.
  static let invalidAttachment = Rule(
    "invalid-attachment", .error, .size,
    summary: Message(
      "an attachment that is not there, lies outside the template's folder, or is too large",
      ko: "없거나, 템플릿 폴더 밖에 있거나, 너무 큰 첨부 파일"),
    rationale: Message(
      "the service takes files of at most 10 MB, 20 MB together; and nobody expects a file from elsewhere in a mail",
      ko: "서비스는 파일 하나에 10MB, 합계 20MB까지 받습니다. 다른 곳의 파일이 메일에 들어가서도 안 됩니다"),
    instead: Message(
      "put the file beside mail.json, or a link to it into the mail",
      ko: "파일을 mail.json 옆에 두거나 메일에 링크를 넣으세요"),
    sources: [.createFile],
    examples: [
      .flagged(fields: "\"attachments\": [‹\"terms.pdf\"›]"),
      .flagged(fields: "\"attachments\": [‹\"a.pdf\"›, ‹\"b.pdf\"›]"),
      .quiet(), .quiet(fields: "\"attachments\": []"),
    ],
    check: .draft { context, report in
      let envelope = context.draft.envelope
      var total = 0
      var names: Set<String> = []
      for (written, attachment) in zip(envelope.attachments, context.draft.attachments) {
        total += attachment.bytes.count
        let isRepeated = !names.insert(attachment.name).inserted
        guard
          let message = objection(to: attachment, isRepeated: isRepeated, total: total)
        else { continue }
        report(Problem(message, at: envelope.location(of: written.range)))
      }
    })

  private static func objection(
    to attachment: Attachment, isRepeated: Bool, total: Int
  ) -> Message? {
    switch attachment.content {
    case .absent:
      return Message(
        "there is no file \(quoted: attachment.path) in the template's folder",
        ko: "템플릿 폴더에 \(quoted: attachment.path) 파일이 없습니다")
    case .outside:
      return Message(
        "\(quoted: attachment.path) lies outside the template's folder",
        ko: "\(quoted: attachment.path)이(가) 템플릿 폴더 밖에 있습니다")
    case .tooLarge(let size):
      return Message(
        "\(quoted: attachment.path) has \(size, "byte"), more than \(Attachment.sizeLimit)",
        ko: "\(quoted: attachment.path)이(가) \(size)바이트로 \(Attachment.sizeLimit)바이트를 넘습니다")
    case .bytes where isRepeated:
      return Message(
        "two attachments are called \(quoted: attachment.name)",
        ko: "첨부 파일 이름 \(quoted: attachment.name)이(가) 겹칩니다")
    case .bytes where total > Attachment.totalLimit:
      return Message(
        "the attachments have \(total, "byte") together, more than \(Attachment.totalLimit)",
        ko: "첨부 파일의 합계가 \(total)바이트로 \(Attachment.totalLimit)바이트를 넘습니다")
    case .bytes: return nil
    }
  }
}
