public import Diagnostics

/// Why the sandbox cannot start: one sentence that says what is wrong and what to do.
public struct SandboxError: Error {
  /// The sentence.
  public let message: Message

  init(_ message: Message) { self.message = message }
}
