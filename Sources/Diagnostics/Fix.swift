/// An edit of the user's file that mends a finding.
public struct Fix: Sendable, Hashable {
  /// Whether an edit may be made without asking.
  public enum Safety: String, Sendable {
    /// It cannot change what a recipient reads, but for mending what was plainly meant.
    case safe
    /// A person should look first.
    case unsafe
  }

  /// What the edit does.
  public let title: Message
  /// Whether it may be made without asking.
  public let safety: Safety
  /// What to replace.
  public let span: SourceSpan
  /// The text that takes their place.
  public let replacement: String

  /// The bytes to replace.
  public var range: Range<Int> { span.offset..<span.offset + span.length }

  /// Describes one edit.
  public init(title: Message, safety: Safety, span: SourceSpan, replacement: String) {
    self.title = title
    self.safety = safety
    self.span = span
    self.replacement = replacement
  }
}
