import Diagnostics
import JSONSyntax
import Mailing

/// What Cloud Outbound Mailer answers, in the shapes of its pages.
///
/// Sources: the pages of getMailRequestList, getMailRequestStatus, getMailList and getMail.
struct COMAnswers {
  let language: Language
  let now: Int

  /// The receipt of a submission.
  func receipt(_ submission: Submission) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.member("requestId", submission.id)
    json.member("count", submission.mailCount)
    json.endObject()
    return json
  }

  /// A submission as an item of a list.
  func item(_ submission: Submission, _ json: inout JSONWriter) {
    let content = submission.content
    json.beginObject()
    json.member("requestId", submission.id)
    moment("requestDate", submission.time, &json)
    json.member("title", bytes: content.title)
    json.member("templateSid", nil)
    json.member("templateName", nil)
    state("emailStatus", submission.state(now: now), &json)
    json.member("senderAddress", content.senderAddress)
    json.member("senderName", content.senderName)
    json.member("dispatchType", "API")
    json.member("requestCount", submission.mailCount)
    json.member("recipientCount", content.recipients.count)
    json.member("reservationStatus", content.reservation == nil ? "N" : "Y")
    moment("reservationDate", content.reservation, &json)
    json.member("representativeRecipient", content.recipients.first?.address)
    json.endObject()
  }

  /// How far a submission has come.
  func status(_ submission: Submission) -> JSONWriter {
    let counts = submission.counts(now: now)
    let sent = counts.first { $0.state == .sent }?.count ?? 0
    let finished = counts.reduce(0) { $0 + ($1.state.isFinal ? $1.count : 0) }
    let isPreparing = counts.contains { $0.state == .preparing }
    var json = JSONWriter()
    json.beginObject()
    json.member("requestId", submission.id)
    json.member("readyCompleted", !isPreparing)
    json.member("allSentSuccess", sent == submission.mailCount)
    json.member("requestCount", submission.mailCount)
    json.member("sentCount", sent)
    json.member("finishCount", finished)
    json.member("readyCount", isPreparing ? 0 : submission.mailCount)
    moment("reservationDate", submission.content.reservation, &json)
    json.key("countsByStatus")
    json.beginArray()
    for (state, count) in counts {
      json.beginObject()
      self.state("status", state, &json)
      json.member("count", count)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json
  }

  /// A mail as an item of a list.
  func item(_ mail: Outbox.Position, _ json: inout JSONWriter) {
    json.beginObject()
    writeCommon(mail, &json)
    json.member(
      "representativeRecipient",
      mail.submission.recipients(ofMail: mail.index).first?.address)
    json.endObject()
  }

  /// A mail with everything.
  func mail(_ mail: Outbox.Position) -> JSONWriter {
    let content = mail.submission.content
    var json = JSONWriter()
    json.beginObject()
    writeCommon(mail, &json)
    json.member("requesterIp", "127.0.0.1")
    moment("reservationDate", content.reservation, &json)
    json.member("body", bytes: mail.submission.body(ofMail: mail.index))
    json.member("referencesHeader", content.references)
    json.key("attachFiles")
    json.beginArray()
    for file in content.files {
      json.beginObject()
      json.member("fileName", file.name)
      json.member("fileSize", file.bytes.count)
      json.member("fileId", file.id)
      json.endObject()
    }
    json.endArray()
    json.key("recipients")
    json.beginArray()
    for recipient in mail.submission.recipients(ofMail: mail.index) {
      write(recipient, mail.submission, &json)
    }
    json.endArray()
    json.member("advertising", content.isAdvertising)
    json.endObject()
    return json
  }

  private func writeCommon(_ mail: Outbox.Position, _ json: inout JSONWriter) {
    let submission = mail.submission
    let state = submission.state(ofMail: mail.index, now: now)
    json.member("requestId", submission.id)
    moment("requestDate", submission.time, &json)
    json.member("mailId", submission.mailID(mail.index))
    json.member("title", bytes: submission.title(ofMail: mail.index))
    json.member("templateSid", nil)
    json.member("templateName", nil)
    self.state("emailStatus", state, &json)
    json.member("senderAddress", submission.content.senderAddress)
    json.member("senderName", submission.content.senderName)
    moment("sendDate", state.isFinal ? submission.arrival : nil, &json)
  }

  private func write(
    _ recipient: SubmittedRecipient, _ submission: Submission, _ json: inout JSONWriter
  ) {
    let common = submission.commonState(now: now)
    let result = DeliveryResult.of(recipient.address)
    json.beginObject()
    json.member("address", recipient.address)
    json.member("name", recipient.name)
    json.key("type")
    json.beginObject()
    json.member("label", recipient.kind.label.text(language))
    json.member("code", Profile.com.recipientTypes[recipient.kind])
    json.endObject()
    json.member("received", false)
    json.member("receivedDate", nil)
    state("status", common ?? result.state, &json)
    json.member("retryCount", 0)
    json.member("sendResultMessage", common == nil ? result.code : nil)
    json.member("sendResultCode", common == nil ? result.code : nil)
    json.member("sendResultCodeMessage", common == nil ? result.code : nil)
    json.endObject()
  }

  private func state(_ name: String, _ state: DeliveryState, _ json: inout JSONWriter) {
    json.key(name)
    json.beginObject()
    json.member("label", state.label.text(language))
    json.member("code", state.code)
    json.endObject()
  }

  private func moment(_ name: String, _ time: Int?, _ json: inout JSONWriter) {
    json.key(name)
    if let time { ServiceTime(time).write(to: &json) } else { json.null() }
  }
}

extension RecipientKind {
  fileprivate var label: Message {
    switch self {
    case .to: Message("Recipient", ko: "수신자")
    case .carbonCopy: Message("Cc", ko: "참조 수신자")
    case .blindCopy: Message("Bcc", ko: "숨은 참조 수신자")
    }
  }
}
