/// A stretch of a template as a browser's tokenizer sees it; the tokens of a scan tile the text.
///
/// All ranges are byte ranges of the text that was scanned.
public struct HTMLToken: Sendable, Hashable {
  /// What a token is.
  public enum Kind: Sendable, Hashable {
    /// Characters, also those of `title`, `style`, `script` and the like.
    case text
    /// A start tag.
    case startTag
    /// An end tag.
    case endTag
    /// A comment from `<!--` to `-->` or what browsers take for it.
    case comment
    /// `<?…>`, `</1…>` and other marks that browsers turn into a comment.
    case bogusComment
    /// A document type.
    case doctype
    /// A CDATA section in foreign content.
    case cdata
    /// The opening mark of a conditional block, such as `<!--[if mso]>`.
    case conditionalStart
    /// The closing mark of a conditional block, such as `<![endif]-->`.
    case conditionalEnd
    /// Bytes that browsers drop: `</>`, or a tag that the text ends in.
    case dropped
  }

  /// What the token is.
  public let kind: Kind
  /// The whole token, marks included.
  public let range: Range<Int>
  /// What stands between the marks: text, a comment's data, a condition; empty for tags.
  public let contentRange: Range<Int>
  /// A tag's or document type's name, or the element whose raw text this is, ASCII-lower-cased.
  ///
  /// Empty for everything else, ordinary text included.
  public let name: MarkupName
  /// Where the name of a tag or document type stands; nil where there is none in the token.
  public let nameRange: Range<Int>?
  /// A tag's attributes in order, duplicates included; the first of a name counts.
  public let attributes: [HTMLAttribute]
  /// Whether a tag ends in `/>`.
  public let isSelfClosing: Bool
  /// The conditional block that the token is part of, its marks included.
  public let conditional: ConditionalBlock?
  /// Why no text may stand here because of the elements around it.
  let surroundings: Refusal?

  init(
    _ kind: Kind, _ range: Range<Int>, content: Range<Int>? = nil, name: MarkupName = "",
    nameRange: Range<Int>? = nil, attributes: [HTMLAttribute] = [], isSelfClosing: Bool = false,
    conditional: ConditionalBlock? = nil, surroundings: Refusal? = nil
  ) {
    self.kind = kind
    self.range = range
    contentRange = content ?? range.upperBound..<range.upperBound
    self.name = name
    self.nameRange = nameRange
    self.attributes = attributes
    self.isSelfClosing = isSelfClosing
    self.conditional = conditional
    self.surroundings = surroundings
  }

  /// Whether browsers take the token for a part of a comment and Outlook looks into it.
  public var isConditional: Bool { conditional?.isHidden ?? false }

  /// The attribute of a lower-case name that counts, which is the first.
  public func attribute(_ name: MarkupName) -> HTMLAttribute? {
    attributes.first { $0.name == name }
  }
}
