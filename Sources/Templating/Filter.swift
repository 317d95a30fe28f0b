public import Diagnostics

/// One way to change a value before it is written: its manual, its tests and its work in one value.
public struct Filter: Sendable {
  /// The name behind `|`.
  public let name: String
  /// What it gives.
  public let summary: Message
  /// Which values it takes; any other is refused.
  public let accepts: Message
  /// What stands in its parentheses; nil for a filter without them.
  public let argument: Argument?
  /// A regular expression of ECMA-262 that every value it takes matches; nil where none can tell.
  public let pattern: String?
  /// Values and what becomes of them: its tests and its manual.
  public let examples: [FilterExample]
  /// The work.
  let work: Work

  /// What a filter needs to be told.
  public struct Argument: Sendable {
    /// How the manual writes it: `n`, `"yyyy-MM-dd"`.
    public let sample: String
    /// What it must be.
    public let summary: Message
  }

  /// Turns a value, which is UTF-8, into another one; nil refuses it.
  typealias Transform = @Sendable (ArraySlice<UInt8>) -> [UInt8]?

  /// How a filter comes to its transform, by the argument it takes.
  enum Work: Sendable {
    /// It takes none.
    case plain(Transform)
    /// A whole number within bounds.
    case number(ClosedRange<Int>, @Sendable (Int) -> Transform)
    /// Quoted text, which it may turn down.
    case text(@Sendable (String) throws(WrongArgument) -> Transform)
  }

  /// Describes a filter.
  init(
    _ name: String, summary: Message, accepts: Message, pattern: String? = nil,
    argument: Argument? = nil, examples: [FilterExample], work: Work
  ) {
    self.name = name
    self.summary = summary
    self.accepts = accepts
    self.pattern = pattern
    self.argument = argument
    self.examples = examples
    self.work = work
  }

  /// How a call of it is written: `truncate(n)`.
  public var signature: String { argument.map { "\(name)(\($0.sample))" } ?? name }
}

/// Why a filter turns down the text in its parentheses.
struct WrongArgument: Error {
  let message: Message
}
