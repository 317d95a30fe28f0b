/// A token of CSS Syntax Level 3 (§4), as places in the text.
///
/// White space and comments are no tokens; `isSpaced` tells what stood before one.
struct CSSToken {
  enum Kind {
    case identifier
    /// A name and its `(`.
    case function
    case atKeyword
    case hash
    case string
    /// A string that a line break or the text's end cuts off.
    case badString
    /// `url()` without quotes.
    case url
    case badURL
    case number
    case percentage
    case dimension
    /// `<!--` or `-->`, which style sheets ignore between rules.
    case htmlComment
    /// Any other byte, brackets and separators included.
    case mark
    case end
  }

  /// What a name, a string or an address holds besides ASCII as it stands.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// A backslash or NUL.
    static let escape = Self(rawValue: 1)
    /// A placeholder.
    static let atom = Self(rawValue: 2)
    /// Other bytes beyond ASCII.
    static let foreign = Self(rawValue: 4)
  }

  var kind = Kind.end
  /// The byte of a mark, else 0.
  var mark: UInt8 = 0
  var traits: Traits = []
  /// Whether white space stands before the token.
  var isSpaced = false
  var range: Range<Int>
  /// A name without its sign and bracket, a text without its quotes, a dimension's unit.
  var content: Range<Int>

  func isMark(_ character: Unicode.Scalar) -> Bool {
    kind == .mark && mark == UInt8(ascii: character)
  }

  /// The mark that closes what this token opens.
  var closer: UInt8? {
    switch kind {
    case .function: UInt8(ascii: ")")
    case .mark:
      switch mark {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["): UInt8(ascii: "]")
      case UInt8(ascii: "{"): UInt8(ascii: "}")
      default: nil
      }
    default: nil
    }
  }
}
