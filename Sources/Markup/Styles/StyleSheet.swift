/// What a style element or attribute says, cut into flat lists for whoever judges it.
///
/// All ranges are byte ranges of the text that the styles stand in, also where character references
/// were decoded first.
public struct StyleSheet: Sendable {
  /// A name, a number, a text or a mark in a value or before a block.
  public struct Word: Sendable {
    /// What a word is.
    public enum Kind: Sendable, Hashable {
      /// A name.
      case identifier
      /// A name with `(`; what stands between the brackets follows as words.
      case function
      /// A number with or without a unit, `%` included.
      case number
      /// `#` and a name.
      case hash
      /// A text in quotes.
      case string
      /// `url()` without quotes.
      case address
      /// A bracket, a separator or another single character.
      case mark
    }

    /// What it is.
    public let kind: Kind
    /// A name in lower case, a number's unit, a text, an address, or the mark itself.
    public let text: String
    /// What a number counts; 0 for everything else.
    public let number: Double
    /// Where it stands.
    public let range: Range<Int>

    /// Whether it is a certain mark.
    public func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
  }

  /// A property with its value.
  public struct Declaration: Sendable {
    /// The property in lower case, without the marks that some put before it for one browser.
    public let name: String
    /// From the property to the end of the value.
    public let range: Range<Int>
    /// The value, by the numbers of its words.
    public let words: Range<Int>
    /// The number of its block; nil in a style attribute, and outside of all blocks.
    public let block: Int?
  }

  /// What stands in `{ }`, with what stands before it.
  public struct Block: Sendable {
    /// The at-rule's name without `@`, in lower case; nil for rules with selectors.
    public let atRule: String?
    /// What stands before the block.
    public let head: Range<Int>
    /// The same by the numbers of its words, the at-rule's name not included.
    public let words: Range<Int>
    /// The number of the block that it stands in.
    public let parent: Int?
  }

  /// An at-rule, with or without a block.
  public struct AtRule: Sendable {
    /// Its name without `@`, in lower case.
    public let name: String
    /// Where its name stands, `@` included.
    public let range: Range<Int>
    /// What follows the name, by the numbers of its words.
    public let words: Range<Int>
    /// The number of the block that it stands in.
    public let parent: Int?
    /// Whether a rule stands before it.
    public let followsRules: Bool
  }

  /// A place at which programs stop understanding.
  public struct Problem: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable, CaseIterable {
      /// `{` without `}`.
      case unclosedBlock
      /// `}` that closes nothing.
      case strayBrace
      /// `(` or `[` without its end.
      case unclosedBracket
      /// `)` or `]` that closes nothing.
      case strayBracket
      /// A quote without its end.
      case unclosedQuote
      /// `url()` that holds what no address may hold.
      case badAddress
      /// A declaration without `:`.
      case missingColon
      /// A declaration that goes on into the next one.
      case missingSemicolon
      /// `;` between rules, which the next rule is dropped for.
      case straySemicolon
      /// A selector or an at-rule whose block is not there.
      case missingBlock
    }

    /// What is wrong.
    public let kind: Kind
    /// Where.
    public let range: Range<Int>
  }

  /// All words, in order.
  public internal(set) var words: [Word] = []
  /// All declarations, in order.
  public internal(set) var declarations: [Declaration] = []
  /// All blocks, in the order in which they open.
  public internal(set) var blocks: [Block] = []
  /// All at-rules, in order.
  public internal(set) var atRules: [AtRule] = []
  /// Everything wrong with the syntax, in order.
  public internal(set) var problems: [Problem] = []

  /// Reads the styles in a range of a text; never fails.
  ///
  /// - Parameters:
  ///   - range: what stands in the style element, or between the quotes of the attribute.
  ///   - bytes: the text.
  ///   - isAttribute: whether the range is an attribute's value.
  public init(in range: Range<Int>, of bytes: [UInt8], isAttribute: Bool) {
    var reader = StyleSheetReader(
      StyleText(range, of: bytes, isAttribute: isAttribute), isAttribute: isAttribute)
    reader.read()
    self = reader.sheet
  }

  init() {}

  /// The blocks in which a property has a certain first word; nil for those of a style attribute.
  public func blocks(with property: String, _ value: String) -> Set<Int?> {
    Set(
      declarations.lazy.filter { declaration in
        declaration.name == property && words[declaration.words].first?.text == value
      }.map(\.block))
  }

  /// The names of the at-rules around a block, itself included, from the inside.
  ///
  /// Deeper than 32 blocks nothing is looked at.
  public func atRules(around block: Int?) -> [String] {
    var names: [String] = []
    var next = block
    var depth = 0
    while let number = next, depth < 32 {
      depth &+= 1
      if let name = blocks[number].atRule { names.append(name) }
      next = blocks[number].parent
    }
    return names
  }
}
