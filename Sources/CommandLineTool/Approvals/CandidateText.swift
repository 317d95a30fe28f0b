import Approving
import Composing
import Diagnostics
import Hashing
import Linting
import Mailing

/// What somebody is asked to say yes to, in lines for people.
struct CandidateText {
  let language: Language
  let now: Reservation
  /// How many mails a month the service takes, and how many of them are used up.
  var quota: (sent: Int, limit: Int)?
  /// The people who go first, where nobody else does: how many, and who is the last of them.
  var trial: (people: Int, last: PeopleSketch.Person)?

  /// The summary of what an approval is given to: what, from whom, to whom, when.
  func summary(_ candidate: Candidate, for approval: Approval) -> String {
    let envelope = candidate.campaign.draft.envelope
    let name = envelope.string(.senderName).map { "\($0) " } ?? ""
    let sender = VisibleText.escaping("\(name)<\(envelope.string(.senderAddress) ?? "")>")
    var rows: [(Message, String)] = [
      (Message("template", ko: "템플릿"), VisibleText.escaping(candidate.job.draft.name)),
      (Message("service", ko: "서비스"), candidate.profile.service),
      (Message("from", ko: "발신"), sender),
      (
        Message("subject", ko: "제목"),
        VisibleText.escaping(envelope.string(.title) ?? "")
      ),
      (
        Message("to", ko: "수신"),
        say(
          approval.list == nil
            ? Message("any list without errors", ko: "오류 없는 모든 목록") : people(candidate))
      ),
      (Message("when", ko: "시각"), say(when(approval.schedule))),
    ]
    if goes(candidate.largestBody.row) {
      rows.append(
        (
          Message("largest mail", ko: "가장 큰 메일"),
          say(
            Message(
              "\(candidate.largestBody.bytes, "byte"), row \(candidate.largestBody.row)",
              ko: "\(candidate.largestBody.bytes)바이트, \(candidate.largestBody.row)행"))
        ))
    }
    if let quota {
      let text = monthly(candidate.summary.people, sent: quota.sent, limit: quota.limit)
      rows.append((Message("monthly quota", ko: "월 한도"), say(text)))
    }
    let labels = rows.map { say($0.0) }
    let width = labels.map { VisibleText.width($0) }.max() ?? 0
    var text = ""
    for (label, row) in zip(labels, rows) {
      let pad = String(repeating: " ", count: width - VisibleText.width(label))
      text += "  \(label)\(pad)  \(row.1)\n"
    }
    if approval.list != nil {
      text += say(Message("  among them", ko: "  그중")) + "\n"
      var people = candidate.people.people.filter { goes($0.row) }
      if let last = trial?.last, people.last?.row != last.row { people.append(last) }
      for somebody in people { text += "    \(person(somebody))\n" }
    }
    return text + "  \(say(candidate.digests))\n"
  }

  private func people(_ candidate: Candidate) -> Message {
    let (all, list) = (candidate.summary.people, candidate.list.shown)
    guard let trial, trial.people < all else {
      return Message(
        "\(all, "person", "people") of \(quoted: list)", ko: "\(quoted: list)의 \(all)명")
    }
    return Message(
      "the first \(trial.people) of \(all, "person", "people") of \(quoted: list)",
      ko: "\(quoted: list)의 \(all)명 중 처음 \(trial.people)명")
  }

  /// Whether the person of a row is among those who go first.
  private func goes(_ row: Int) -> Bool { trial.map { row <= $0.last.row } ?? true }

  /// A person, masked: enough to know them, too little for a log.
  private func person(_ person: PeopleSketch.Person) -> String {
    let row = Message("row \(person.row)", ko: "\(person.row)행")
    let address: Phrase = "\(address: String(decoding: person.address, as: UTF8.self))"
    return "\(say(row)): \(Message(address, ko: address).text(language, .masked))"
  }

  /// How much of a month's mails these are, with those sent before.
  private func monthly(_ people: Int, sent: Int, limit: Int) -> Message {
    let sum = people.addingReportingOverflow(sent).partialValue
    let warning =
      sum > limit
      ? Message("; that is more than the quota", ko: ". 한도를 넘습니다") : Message("", ko: "")
    return Message(
      "\(sum) of \(limit), of which \(sent) were sent before\(warning.english)",
      ko: "\(limit)통 중 \(sum)통(그중 이미 보낸 것 \(sent)통)\(warning.korean)")
  }

  func when(_ schedule: Schedule) -> Message {
    switch schedule {
    case .immediate: Message("at once, when it is sent", ko: "발송하는 즉시")
    case .at(let time):
      Message(
        "\(time.words.text(.english)), \(distance(time, .english))",
        ko: "\(time.words.text(.korean)), \(distance(time, .korean))")
    case .between(let first, let last):
      Message(
        "from \(first.words.text(.english)) to \(last.words.text(.english))",
        ko: "\(first.words.text(.korean))부터 \(last.words.text(.korean))까지")
    }
  }

  /// How long it is until then.
  private func distance(_ time: Reservation, _ language: Language) -> String {
    let minutes = (time.milliseconds - now.milliseconds) / 60_000
    guard minutes >= 0 else {
      return Message("which is past", ko: "이미 지났습니다").text(language)
    }
    let (days, hours) = (minutes / 1440, minutes % 1440 / 60)
    return Message(
      "in \(days, "day"), \(hours, "hour") and \(minutes % 60, "minute")",
      ko: "\(days)일 \(hours)시간 \(minutes % 60)분 뒤"
    ).text(language)
  }

  private func say(_ message: Message) -> String { message.text(language) }
}
