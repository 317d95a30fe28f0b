/// What an attribute with a grammar of its own takes; everything else in it is ignored or misread.
public enum AttributeGrammar: String, Sendable, Hashable, CaseIterable {
  /// A number, also with a sign, `%` or `px`.
  case number
  /// `#` and hexadecimal digits, or a colour's name.
  case color
  /// A side or the middle, across or down.
  case alignment
  /// `ltr`, `rtl` or `auto`.
  case direction

  /// The grammar of an attribute's values; nil for one that takes any text.
  public init?(attribute: String) {
    switch attribute {
    case "width", "height", "size", "border", "cellpadding", "cellspacing": self = .number
    case "bgcolor", "color": self = .color
    case "align", "valign": self = .alignment
    case "dir": self = .direction
    default: return nil
    }
  }

  /// The words of an alignment.
  public static let sides: Set<String> = [
    "left", "right", "center", "justify", "char", "top", "middle", "bottom", "baseline",
    "absmiddle", "absbottom", "texttop",
  ]
  /// The words of a direction.
  public static let directions: Set<String> = ["ltr", "rtl", "auto"]
  /// The most bytes of a value.
  public static let limit = 32

  /// Whether a value can stand there; the empty one can.
  public func accepts(_ value: Span<UInt8>) -> Bool {
    guard value.count <= Self.limit else { return false }
    return switch self {
    case .number: Self.isNumber(value)
    case .color: Self.isColour(value)
    case .alignment: value.isEmpty || Self.sides.contains(Self.word(value))
    case .direction: value.isEmpty || Self.directions.contains(Self.word(value))
    }
  }

  private static func word(_ value: Span<UInt8>) -> String {
    String(decoding: value.indices.map { HTMLByte.lowered(value[$0]) }, as: UTF8.self)
  }

  private static func isNumber(_ value: Span<UInt8>) -> Bool {
    guard !value.isEmpty else { return true }
    guard let end = CSSValue.endOfNumber(value) else { return false }
    let unit = value.indices.dropFirst(end).map { HTMLByte.lowered(value[$0]) }
    return unit.isEmpty || unit == Array("%".utf8) || unit == Array("px".utf8)
  }

  /// Old attributes take hexadecimal digits with and without `#`, so letters and digits will do.
  private static func isColour(_ value: Span<UInt8>) -> Bool {
    guard !value.isEmpty else { return true }
    let start = value[0] == UInt8(ascii: "#") ? 1 : 0
    return value.count > start
      && value.indices.dropFirst(start).allSatisfy { HTMLByte.isAlphanumeric(value[$0]) }
  }
}
