import JSONSyntax
import Mailing

/// What SENS mail answers; where its pages do not show a shape, that of Cloud Outbound Mailer.
///
/// Sources: the pages sens-mail-request-create, -list, -get, sens-mail-list and sens-mail-get.
struct SENSAnswers {
  let now: Int

  /// The receipt of a submission.
  func receipt(_ submission: Submission) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.member("requestId", submission.id)
    json.member("requestCount", submission.mailCount)
    json.member("createDateTime", ServiceTime(submission.time).iso8601)
    json.endObject()
    return json
  }

  /// A submission as an item of a list.
  func item(_ submission: Submission, _ json: inout JSONWriter) {
    let content = submission.content
    json.beginObject()
    json.member("requestId", submission.id)
    json.member("createDateTime", ServiceTime(submission.time).iso8601)
    json.member("title", bytes: content.title)
    json.member("templateNo", nil)
    json.member("templateName", nil)
    json.member("status", word(submission.state(now: now), submission))
    json.member("senderAddress", content.senderAddress)
    json.member("senderName", content.senderName)
    json.member("dispatchType", "API")
    json.member("requestCount", submission.mailCount)
    json.member("recipientCount", content.recipients.count)
    json.member(
      "reservationDateTime", content.reservation.map { ServiceTime($0).iso8601 })
    json.member("representativeRecipient", content.recipients.first?.address)
    json.endObject()
  }

  /// How far a submission has come.
  func status(_ submission: Submission) -> JSONWriter {
    let counts = submission.counts(now: now)
    var words: [(word: String, count: Int)] = []
    for (state, count) in counts {
      let word = word(state, submission)
      if let index = words.firstIndex(where: { $0.word == word }) {
        words[index].count += count
      } else {
        words.append((word, count))
      }
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("requestId", submission.id)
    json.member("status", word(submission.state(now: now), submission))
    json.member("requestCount", submission.mailCount)
    json.member("sentCount", counts.first { $0.state == .sent }?.count ?? 0)
    json.member("finishCount", counts.reduce(0) { $0 + ($1.state.isFinal ? $1.count : 0) })
    json.member("createDateTime", ServiceTime(submission.time).iso8601)
    json.member(
      "reservationDateTime", submission.content.reservation.map { ServiceTime($0).iso8601 })
    json.key("countsByStatus")
    json.beginArray()
    for (word, count) in words {
      json.beginObject()
      json.member("status", word)
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
    json.member("body", bytes: mail.submission.body(ofMail: mail.index))
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
      let common = mail.submission.commonState(now: now)
      let result = DeliveryResult.of(recipient.address)
      json.beginObject()
      json.member("address", recipient.address)
      json.member("name", recipient.name)
      json.member("type", Profile.sens.recipientTypes[recipient.kind])
      json.member("status", word(common ?? result.state, mail.submission))
      json.member("received", false)
      json.member("retryCount", 0)
      json.member("sendResultCode", common == nil ? result.code : nil)
      json.endObject()
    }
    json.endArray()
    json.member("advertising", content.isAdvertising)
    json.endObject()
    return json
  }

  private func writeCommon(_ mail: Outbox.Position, _ json: inout JSONWriter) {
    let submission = mail.submission
    json.member("requestId", submission.id)
    json.member("mailId", submission.mailID(mail.index))
    json.member("createDateTime", ServiceTime(submission.time).iso8601)
    json.member("title", bytes: submission.title(ofMail: mail.index))
    json.member("templateNo", nil)
    json.member("templateName", nil)
    json.member("status", word(submission.state(ofMail: mail.index, now: now), submission))
    json.member("senderAddress", submission.content.senderAddress)
    json.member("senderName", submission.content.senderName)
  }

  /// The word for a state.
  func word(_ state: DeliveryState, _ submission: Submission) -> String {
    state.word(isReserved: submission.isReserved(now: now))
  }
}
