/// Why a text is not JSON, as data; whoever read the text words it.
public struct JSONError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// A byte that cannot stand there.
    case unexpectedCharacter
    /// The text stops too early.
    case unexpectedEnd
    /// A `\` in a string that begins no escape, or half of a surrogate pair.
    case invalidEscape
    /// A number against RFC 8259 §6.
    case invalidNumber
    /// A control character inside a string.
    case controlCharacter
    /// Bytes inside a string that are not UTF-8.
    case invalidUTF8
    /// More nesting than allowed.
    case tooDeep
    /// Something behind the value.
    case trailingContent
  }

  /// What is wrong.
  public let problem: Problem
  /// The byte at which it was noticed.
  public let offset: Int
}
