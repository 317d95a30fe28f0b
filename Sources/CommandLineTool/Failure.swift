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
}
