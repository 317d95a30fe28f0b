/// Where in the markup a placeholder stands, which decides how its value is written.
public enum PlaceholderContext: Sendable, Hashable {
  /// In the text of the page, also of what Outlook alone shows.
  case text
  /// In the text of `title` or `textarea`, which holds no elements.
  case characterData(element: String)
  /// In a quoted attribute value that is neither an address nor CSS.
  case attribute(element: String, name: String)
  /// In a quoted attribute value that is an address.
  case url(element: String, attribute: String, part: URLPart)
  /// In a `style` attribute or element.
  case css(CSSSource, CSSPosition)
  /// In a comment, which nobody sees.
  case comment
  /// Where a value could change the markup around it.
  case refused(Refusal)
}

extension PlaceholderContext {
  /// Whether no value can be made safe there, so that the placeholder is an error.
  public var isRefused: Bool {
    switch self {
    case .text, .characterData, .attribute, .comment: false
    case .url(_, _, let part):
      switch part {
      case .scheme, .foreign: true
      case .start, .host, .path, .opaque, .query, .fragment: false
      }
    case .css(_, let position): position != .value
    case .refused: true
    }
  }
}
