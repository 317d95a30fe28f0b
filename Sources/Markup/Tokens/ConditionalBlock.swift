/// A block that some mail programs show and others do not (Microsoft's conditional comments).
public enum ConditionalBlock: Sendable, Hashable {
  /// `<!--[if mso]> … <![endif]-->`: browsers see a comment, Outlook looks inside.
  case hidden(expression: Range<Int>)
  /// `<!--[if !mso]><!--> … <!--<![endif]-->` or `<![if !mso]> … <![endif]>`: browsers show it.
  case revealed(expression: Range<Int>)

  /// Where the condition stands, such as `gte mso 9`.
  public var expression: Range<Int> {
    switch self {
    case .hidden(let expression), .revealed(let expression): expression
    }
  }

  /// Whether browsers take the block for a comment.
  public var isHidden: Bool {
    switch self {
    case .hidden: true
    case .revealed: false
    }
  }
}
