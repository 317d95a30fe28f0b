import Diagnostics

/// Work that could not be done: one sentence that says what is wrong, where, and what to do.
struct Failure: Error {
  /// The sentence.
  let message: Message
  /// How the run ends.
  let status: ExitStatus

  init(_ message: Message, _ status: ExitStatus = .usage) {
    self.message = message
    self.status = status
  }

  /// The person at the terminal has gone away.
  static let interrupted = Failure(
    Message("interrupted; nothing more was done", ko: "중단되었습니다. 더 이상 처리하지 않았습니다"), .interrupted)
}
