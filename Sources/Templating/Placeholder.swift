/// `$<NAME ?? fallback | filter>` or the same in `${…}`: the place of a value.
public struct Placeholder: Sendable, Hashable {
  /// Which marks enclose it.
  public enum Marks: Sendable, Hashable {
    /// `$<…>`, the authors' form.
    case angle
    /// `${…}`, the mail service's form.
    case brace
  }

  /// Text in place of a value that is missing or empty.
  public struct Fallback: Sendable, Hashable {
    /// The text, without quotes.
    public let bytes: [UInt8]
    /// Where it stands, quotes included.
    public let range: Range<Int>
  }

  /// A call such as `truncate(20)`.
  public struct FilterCall: Sendable, Hashable {
    /// The filter's name.
    public let name: String
    /// Where the name stands.
    public let nameRange: Range<Int>
    /// What stands in its parentheses.
    public let arguments: [Argument]
    /// Where the call stands, from its name to the closing parenthesis.
    public let range: Range<Int>

    /// One argument of a call.
    public struct Argument: Sendable, Hashable {
      /// What was written.
      public let value: Value
      /// Where it stands, quotes included.
      public let range: Range<Int>
    }

    /// What an argument says.
    public enum Value: Sendable, Hashable {
      /// Quoted text, without the quotes.
      case text(String)
      /// A number, digit by digit as written.
      case number(String)
    }
  }

  /// The bytes from `$` to the closing mark.
  public let range: Range<Int>
  /// The parameter's name.
  public let name: String
  /// Where the name stands.
  public let nameRange: Range<Int>
  /// Which marks enclose it.
  public let marks: Marks
  /// What stands in when there is no value.
  public let fallback: Fallback?
  /// The filters, in the order they are applied.
  public let filters: [FilterCall]
}
