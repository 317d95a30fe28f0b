/// A breach of the placeholder grammar, as data; rules word it.
public struct TemplateProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// `$<NAME` without its closing mark.
    case unterminated(name: String)
    /// A character between the marks that no name may hold; `name` is what a fix would keep.
    case invalidName(name: String, offending: String)
    /// Nothing but blanks between the marks.
    case emptyName
    /// `$<span style=…>`: a tag behind a dollar sign rather than a placeholder.
    case tagLike(name: String)
    /// A quoted fallback that does not end, or text behind it.
    case invalidFallback
    /// A fallback of more bytes than `TemplateParser.fallbackLimit`.
    case fallbackTooLong(bytes: Int)
    /// A placeholder of more bytes than `TemplateParser.expressionLimit`.
    case placeholderTooLong(bytes: Int)
    /// Text behind `|` that is no filter call.
    case invalidFilter
  }

  /// What is wrong.
  public let kind: Kind
  /// The bytes concerned.
  public let range: Range<Int>
  /// Whether the marks are `$<…>`.
  public let marks: Placeholder.Marks

  /// Whether HTML parsers must not see the bytes: all but tags behind a dollar sign.
  public var hidesText: Bool {
    if case .tagLike = kind { return false }
    return true
  }
}
