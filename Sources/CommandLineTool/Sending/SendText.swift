import Diagnostics
import Mailing
import Publishing

/// What a send would do, and what it did, in lines for people.
struct SendText {
  let language: Language
  let invocation: Invocation

  /// What happens to nothing that was sent.
  static let warning = Message(
    "What is sent cannot be called back. A reservation can be cancelled in the console alone, before its time.",
    ko: "보낸 메일은 되돌릴 수 없습니다. 예약 발송은 예약 시각 전에 콘솔에서만 취소할 수 있습니다.")

  /// The lines that a dry run adds to what an approval shows.
  func plan(
    people: Int, requests: Int, quota: (used: Int, limit: Int), progress: SendProgress?
  ) -> String {
    var lines: [Message] = []
    if let progress {
      lines.append(
        Message(
          "of \(progress.people, "person", "people"): \(progress.sentPeople) accepted, \(progress.openPeople) unknown, \(progress.remainingPeople) left",
          ko:
            "전체 \(progress.people)명 중 접수 \(progress.sentPeople)명, 결과 모름 \(progress.openPeople)명, 남음 \(progress.remainingPeople)명"
        ))
      for submission in progress.open.prefix(10) { lines.append(Self.open(submission)) }
    }
    lines.append(
      Message(
        "\(people, "person", "people") in \(requests, "request")",
        ko: "\(people)명, 요청 \(requests)개"))
    let total = quota.used + people
    lines.append(
      total > quota.limit
        ? Message(
          "this month: \(quota.used) + \(people) of \(quota.limit): more than the quota",
          ko: "이번 달: \(quota.used) + \(people) / \(quota.limit)명: 한도를 넘습니다")
        : Message(
          "this month: \(quota.used) + \(people) of \(quota.limit)",
          ko: "이번 달: \(quota.used) + \(people) / \(quota.limit)명"))
    return lines.map { "  \(say($0))\n" }.joined()
  }

  /// How to do it, once it was looked at.
  func command(_ token: String) -> String {
    let call = invocation.call(without: [.confirm], adding: ["--confirm", token])
    return "\n" + say(Message("nothing was sent yet.", ko: "아직 보내지 않았습니다.")) + " "
      + say(Self.warning) + "\n" + say(Message("to send:", ko: "보내려면:")) + "\n  \(call)\n"
  }

  /// How to look for what is unknown, where nobody is left to send to.
  func lookup(_ token: String) -> String {
    let call = invocation.call(without: [.confirm], adding: ["--confirm", token])
    return say(Message("to look it up, which sends nothing:", ko: "조회하려면(보내지 않습니다):"))
      + "\n  \(call)\n"
  }

  /// What a run came to, from the ledger.
  func result(_ progress: SendProgress, ids: [String]) -> String {
    var text = line(
      Message("accepted", ko: "접수"),
      Message(
        "\(progress.sentPeople, "person", "people") in \(progress.sent.count, "request")",
        ko: "\(progress.sentPeople)명, 요청 \(progress.sent.count)개"))
    if let first = ids.first {
      let ends = ids.count > 1 ? [first, ids[ids.count - 1]] : [first]
      text += line(
        Message("request ids", ko: "요청 ID"),
        ends.map { VisibleText.escaping(Clipping.clipped($0)) }.joined(separator: " … "))
    }
    if progress.shortfall > 0 {
      text += line(
        Message("counted short", ko: "집계 부족"),
        Message(
          "the service counts \(progress.shortfall, "person", "people") fewer than it was given; compare its list of mails in the console",
          ko: "서비스가 센 인원이 보낸 것보다 \(progress.shortfall)명 적습니다. 콘솔의 메일 목록과 비교하세요"))
    }
    for submission in progress.open {
      text += line(Message("unknown", ko: "결과 모름"), Self.open(submission))
    }
    for submission in progress.refused.prefix(20) {
      text += line(Message("refused", ko: "거부"), Self.refused(submission))
    }
    guard progress.remainingPeople > 0 else { return text }
    text += line(
      Message("not sent", ko: "보내지 않음"),
      Message("\(progress.remainingPeople, "person", "people")", ko: "\(progress.remainingPeople)명")
    )
    return text
  }

  /// How to find out what became of requests of which nobody knows.
  func doubt(_ progress: SendProgress) -> String {
    guard let number = progress.open.first?.intent.number else { return "" }
    return say(
      Message(
        "--resume looks for what is unknown in the service's list; what it does not find, look up in the console and add --resolve \(String(number))=sent or --resolve \(String(number))=unsent.",
        ko:
          "결과를 모르는 요청은 --resume이 서비스의 목록에서 찾습니다. 찾지 못하면 콘솔에서 확인하고 --resolve \(String(number))=sent 또는 --resolve \(String(number))=unsent를 덧붙이세요."
      )) + "\n"
  }

  /// That nobody got anything twice, and what to do next.
  func next(_ commands: [String]) -> String {
    say(
      Message(
        "Nothing was sent twice: what is accepted or unknown is never sent again by itself.",
        ko: "두 번 보낸 메일은 없습니다. 접수되었거나 결과를 모르는 것은 스스로 다시 보내지 않습니다.")) + "\n"
      + say(Message("next:", ko: "다음:")) + "\n" + commands.map { "  \($0)\n" }.joined()
  }

  private static func open(_ submission: LedgerHistory.Submission) -> Message {
    let intent = submission.intent
    return Message(
      "request \(String(intent.number)) of the ledger, rows \(String(intent.rows.lowerBound)) to \(String(intent.rows.upperBound)): \(intent.recipients, "person", "people")",
      ko:
        "장부의 \(String(intent.number))번 요청, \(String(intent.rows.lowerBound))~\(String(intent.rows.upperBound))행: \(intent.recipients)명"
    )
  }

  private static func refused(_ submission: LedgerHistory.Submission) -> Message {
    var answer = ""
    if case .refused(let status, let code) = submission.result {
      answer = [status.map { String($0) }, code].compactMap(\.self).joined(separator: " ")
    }
    let open = open(submission)
    return Message("\(open.english) \(answer)", ko: "\(open.korean) \(answer)")
  }

  private func line(_ label: Message, _ text: Message) -> String { line(label, say(text)) }

  private func line(_ label: Message, _ text: String) -> String {
    let label = say(label)
    let pad = String(repeating: " ", count: max(0, 14 - VisibleText.width(label)))
    return "  \(label)\(pad)\(text)\n"
  }

  func say(_ message: Message) -> String { message.text(language) }
}
