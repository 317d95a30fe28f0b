public import Diagnostics

/// Why nothing can be sent or recorded: one sentence that says what is wrong and what to do.
public struct PublishingError: Error {
  /// The sentence; secrets never stand in it.
  public let message: Message

  /// Wraps a sentence.
  public init(_ message: Message) { self.message = message }
}
