/// Why a placeholder may not stand where it does: the tokenizer's state behind it depends on the
/// value.
public enum Refusal: Sendable, Hashable {
  /// Directly behind `<`, `</`, `<!` or part of what may follow them.
  case afterMarkupOpen
  /// Directly behind `&` or the letters and digits that follow one.
  case characterReference
  /// In a tag's name, also in what may become the end tag of raw text.
  case tagName
  /// In an attribute's name.
  case attributeName
  /// Between the attributes of a tag.
  case betweenAttributes
  /// In the value of an attribute without quotes.
  case unquotedValue(attribute: String)
  /// In a tag that the text ends in; browsers drop it.
  case unfinishedTag
  /// In a document type.
  case doctype
  /// In `script`, `xmp`, `iframe`, `noembed`, `noframes` or `plaintext`.
  case rawText(element: String)
  /// Inside `svg`, `math` or `template`.
  case insideElement(String)
  /// Directly in a table or a part of one that takes no text, from which browsers move it away.
  case directlyIn(element: String)
  /// In `srcdoc`, `srcset`, or an event handler such as `onclick`.
  case forbiddenAttribute(name: String)
  /// In what a `meta` element refreshes to.
  case refresh
  /// In the address of a `base` element.
  case baseAddress
  /// In a comment or hidden block, directly before `>`, `->`, `!>` or `-!>`.
  case commentEnd
  /// In the mark of a conditional block, or where an empty value would make one.
  case conditionalMark
}

extension Refusal {
  /// A word for it, for programs.
  public var name: String {
    switch self {
    case .afterMarkupOpen: "afterMarkupOpen"
    case .characterReference: "characterReference"
    case .tagName: "tagName"
    case .attributeName: "attributeName"
    case .betweenAttributes: "betweenAttributes"
    case .unquotedValue: "unquotedValue"
    case .unfinishedTag: "unfinishedTag"
    case .doctype: "doctype"
    case .rawText: "rawText"
    case .insideElement: "insideElement"
    case .directlyIn: "directlyIn"
    case .forbiddenAttribute: "forbiddenAttribute"
    case .refresh: "refresh"
    case .baseAddress: "baseAddress"
    case .commentEnd: "commentEnd"
    case .conditionalMark: "conditionalMark"
    }
  }
}
