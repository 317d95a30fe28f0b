import Diagnostics
import Mailing

/// What was typed about a send, as far as it can be understood without template and list.
struct SendOptions {
  /// How many people go first, and nobody else.
  var first: Int?
  /// Whether an earlier send is gone on with.
  let resumes: Bool
  /// What was found out about requests of which nobody knew.
  var resolutions: [Int: Bool] = [:]
  /// Why something is sent again.
  let reason: String?
  /// Whether a refused request does not stop the others.
  let keepsGoing: Bool
  /// What was typed to confirm.
  let token: String?
  /// Where to write who is left over.
  let remaining: String?

  init(_ invocation: Invocation) throws(Failure) {
    first = invocation.has(.first) ? try invocation.number(.first, orElse: 1, from: 1) : nil
    resumes = invocation.has(.resume)
    reason = invocation.value(.again)
    keepsGoing = invocation.has(.keepGoing)
    token = invocation.value(.confirm)
    remaining = invocation.value(.writeRemaining)
    for text in invocation.values(.resolve) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Int(parts[0]), number > 0,
        parts[1] == "sent" || parts[1] == "unsent"
      else {
        throw Failure(
          Message(
            "'--resolve' takes a request's number in the ledger and what became of it, 3=sent or 3=unsent, not \(quoted: text)",
            ko: "'--resolve' 값은 장부의 요청 번호와 결과로, 3=sent 또는 3=unsent 형식입니다(\(quoted: text))"))
      }
      resolutions[number] = parts[1] == "sent"
    }
    try check(invocation)
  }

  private func check(_ invocation: Invocation) throws(Failure) {
    let pairs: [(Option, Option)] = [
      (.first, .resume), (.again, .resume), (.at, .test), (.test, .rehearse), (.test, .confirm),
      (.test, .resume), (.test, .first), (.confirm, .rehearse),
    ]
    for (one, other) in pairs where invocation.has(one) && invocation.has(other) {
      throw Failure(
        Message(
          "\(quoted: one.name) and \(quoted: other.name) do not go together",
          ko: "\(quoted: one.name)과(와) \(quoted: other.name)은(는) 함께 쓸 수 없습니다"))
    }
    guard resolutions.isEmpty || resumes else {
      throw Failure(
        Message("'--resolve' goes with '--resume'", ko: "'--resolve'는 '--resume'과 함께 씁니다"))
    }
    guard remaining == nil || resumes else {
      throw Failure(
        Message(
          "'--write-remaining' goes with '--resume': it writes who an earlier send has not reached",
          ko: "'--write-remaining'은 '--resume'과 함께 씁니다. 앞선 발송이 닿지 않은 사람을 저장합니다"))
    }
    if let reason, reason.allSatisfy(\.isWhitespace) {
      throw Failure(
        Message("'--again' takes a reason, which is recorded", ko: "'--again'에는 기록할 이유를 적으세요"))
    }
  }
}

extension Invocation {
  /// The time that `--at` names.
  func time() throws(Failure) -> Reservation? {
    guard let text = value(.at) else { return nil }
    guard let time = Reservation(text: text) else {
      throw Failure(
        Message(
          "'--at' takes a time, \"2026-12-01 19:30\" (Korean time) or ISO 8601 with an offset, not \(quoted: text)",
          ko: "'--at' 값은 \"2026-12-01 19:30\"(한국 시간)이나 시차가 있는 ISO 8601입니다(\(quoted: text))"))
    }
    return time
  }

  /// The call as it was typed, with other options for some of its own.
  func call(without dropped: [Option], adding added: [String] = []) -> String {
    var words = [command.call] + operands.map(ShellWord.quoted)
    for option in command.allOptions where !dropped.contains(where: { $0.name == option.name }) {
      for value in values(option) {
        words.append(option.short ?? option.name)
        if option.value != nil { words.append(ShellWord.quoted(value)) }
      }
    }
    return (words + added).joined(separator: " ")
  }
}
