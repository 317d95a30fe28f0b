import Diagnostics
import Mailing

/// Which submissions or mails a query asks for.
struct SubmissionFilter {
  let target: Target
  let isSENS: Bool
  let now: Int

  /// Whether a list of submissions should have one.
  func admits(_ submission: Submission, between times: ClosedRange<Int>) -> Bool {
    guard submission.isSENS == isSENS, times.contains(submission.time),
      matches("requestId", submission.id), matches("dispatchType", "API"),
      matches("senderAddress", submission.content.senderAddress), target["templateSid"] == nil,
      target["templateNo"] == nil, hasTitle(submission.content.title),
      hasState(submission.state(now: now), submission)
    else { return false }
    if let address = target["recipientAddress"],
      !submission.content.recipients.contains(where: { $0.address == address })
    {
      return false
    }
    guard let mail = target["mailId"] else { return true }
    return (0..<submission.mailCount).contains { submission.mailID($0) == mail }
  }

  /// Whether a list of mails should have one.
  func admits(_ mail: Outbox.Position) -> Bool {
    let submission = mail.submission
    if let address = target["recipientAddress"],
      !submission.recipients(ofMail: mail.index).contains(where: { $0.address == address })
    {
      return false
    }
    return matches("mailId", submission.mailID(mail.index))
      && hasState(submission.state(ofMail: mail.index, now: now), submission)
      && (target["title"] == nil || hasTitle(submission.title(ofMail: mail.index)))
  }

  /// The times that a list of submissions has to name.
  func times() throws(ServiceProblem) -> ClosedRange<Int> {
    let names = isSENS ? ("fromDateTime", "toDateTime") : ("startDateTime", "endDateTime")
    let first = try time(isSENS ? nil : "startUtc", names.0)
    let last = try time(isSENS ? nil : "endUtc", names.1)
    guard first <= last else {
      throw problem(names.0, Message("is behind the end", ko: "끝보다 뒤입니다"))
    }
    return first...last
  }

  private func time(_ number: String?, _ name: String) throws(ServiceProblem) -> Int {
    if let number, let text = target[number] {
      guard let time = Int(text) else {
        throw problem(number, SubmissionReader.wrongKind("a whole number", "정수"))
      }
      return time
    }
    guard var text = target[name] else {
      throw problem(name, Message("is missing", ko: "필수 항목이 없습니다"))
    }
    if !isSENS {
      if text.utf8.count == 10 { text += " 00:00" }
      text = String(text.prefix(16))
    }
    guard let time = Reservation(text: text), text.contains("T") == isSENS else {
      throw problem(name, Message("is no time", ko: "시각 형식이 아닙니다"))
    }
    return time.milliseconds
  }

  /// States that no service knows are refused; SENS takes no list in one value.
  func checkStates() throws(ServiceProblem) {
    let known: Set<String> =
      isSENS
      ? Set(DeliveryState.allCases.map { $0.word(isReserved: false) } + ["RESERVED", "CANCELED"])
      : Set(DeliveryState.allCases.map(\.code) + ["C"])
    guard states.allSatisfy(known.contains) else {
      throw problem(stateName, Message("is no status", ko: "상태가 아닙니다"))
    }
  }

  private var stateName: String { isSENS ? "status" : "sendStatus" }

  private var states: [String] {
    let values = target.values(stateName)
    return isSENS ? values : values.flatMap { $0.split(separator: ",").map(String.init) }
  }

  private func hasState(_ state: DeliveryState, _ submission: Submission) -> Bool {
    let code = isSENS ? state.word(isReserved: submission.isReserved(now: now)) : state.code
    return states.isEmpty || states.contains(code)
  }

  private func hasTitle(_ title: [UInt8]) -> Bool {
    target["title"].map { title.firstRange(of: Array($0.utf8)) != nil } ?? true
  }

  private func matches(_ name: String, _ value: String) -> Bool {
    target[name].map { $0 == value } ?? true
  }

  private func problem(_ name: String, _ reason: Message) -> ServiceProblem {
    .fields([.init(name: name, reason: reason)], isSENS: isSENS)
  }
}
