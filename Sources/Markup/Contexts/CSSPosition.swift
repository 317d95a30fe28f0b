/// Where CSS stands in a template.
public enum CSSSource: Sendable, Hashable {
  /// In the `style` attribute of an element.
  case attribute(element: String)
  /// In a `style` element.
  case element
}

/// Where in CSS a placeholder stands; only values may hold one.
public enum CSSPosition: String, Sendable, Hashable {
  /// In a declaration's value, outside strings and `url()`.
  case value
  /// In a declaration's name.
  case property
  /// In a rule's selector.
  case selector
  /// Between quotes.
  case string
  /// In `url()`.
  case url
  /// In a comment.
  case comment
  /// In an at-rule's prelude, a function's name, behind `\`, or where it might open a comment.
  case elsewhere
}
