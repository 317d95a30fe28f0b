import Markup
import Templating

/// The values that a place takes, as far as a regular expression can tell.
public struct ValuePattern: Sendable, Hashable {
  /// A regular expression of ECMA-262, which every such value matches from end to end.
  public let expression: String
  /// The most characters.
  public let lengthLimit: Int?
  /// Whether a number of JSON can be such a value.
  public let takesNumbers: Bool
  /// Whether `true` and `false` can be such values.
  public let takesBooleans: Bool

  fileprivate init(
    expression: String, lengthLimit: Int? = nil, takesNumbers: Bool = true,
    takesBooleans: Bool = false
  ) {
    self.expression = expression
    self.lengthLimit = lengthLimit
    self.takesNumbers = takesNumbers
    self.takesBooleans = takesBooleans
  }
}

extension Slot {
  /// The patterns of values that the list may have for it; blank ones are another matter.
  ///
  /// What a filter makes of a value is not foreseen, so only the first filter's own pattern counts.
  public var patterns: [ValuePattern] {
    guard filters.isEmpty else {
      return filters.pattern.map { [ValuePattern(expression: $0)] } ?? []
    }
    return [
      ValuePattern(escaping), form.demands.contains(.path) ? ValuePattern.pathStep : nil,
      form.demands.contains(.title) ? ValuePattern.titleText : nil,
    ].compactMap(\.self)
  }
}

extension ValuePattern {
  /// `.` and `..` would change a link's path.
  fileprivate static let pathStep = ValuePattern(
    expression: #"^(?!(\.|%2[eE]){1,2}$)[\s\S]*$"#, takesBooleans: true)

  /// One line without `${` and `#{`, which the service would substitute.
  fileprivate static let titleText = ValuePattern(
    expression: #"^(?![\s\S]*[$#]\{)[^\u0000-\u001F\u007F-\u009F\u2028\u2029]*$"#,
    takesBooleans: true)

  /// The pattern of the values that have a form; nil where all do.
  public init?(_ escaping: Escaping) {
    switch escaping {
    case .typed(.number):
      self.init(expression: "^(\(Self.number)(%|[pP][xX])?)?$", lengthLimit: AttributeGrammar.limit)
    case .typed(.color):
      self.init(
        expression: "^(#?[0-9A-Za-z]+)?$", lengthLimit: AttributeGrammar.limit, takesBooleans: true)
    case .typed(.alignment): self.init(words: AttributeGrammar.sides)
    case .typed(.direction): self.init(words: AttributeGrammar.directions)
    case .css:
      self.init(
        expression:
          "^(#?[0-9A-Fa-f]{3,8}|-?[A-Za-z_][0-9A-Za-z_-]*|\(Self.number)(%|[A-Za-z]{0,7}))?$",
        lengthLimit: CSSValue.limit, takesBooleans: true)
    case .host:
      self.init(expression: "^[0-9A-Za-z.-]+$", lengthLimit: HostText.limit, takesBooleans: true)
    case .address(.link):
      let schemes = ["mailto", "tel"].map(Self.spelled).joined(separator: "|")
      self.init(address: #"|(\#(schemes))\#(Self.dropped):[^\\]+"#)
    case .address: self.init(address: "")
    case .title, .html, .url, .contact, .rich, .final: return nil
    }
  }

  private static let number = #"[-+]?([0-9]+(\.[0-9]+)?|\.[0-9]+)"#

  /// One of some words, in letters of any case.
  private init(words: Set<String>) {
    let spellings = words.sorted().map { word in word.map(Self.anyCase).joined() }
    self.init(expression: "^(\(spellings.joined(separator: "|")))?$", takesNumbers: false)
  }

  private static func anyCase(_ letter: Character) -> String {
    "[\(letter)\(letter.uppercased())]"
  }

  // What browsers drop from an address, wherever it stands.
  private static let dropped = #"[\t\n\r]*"#

  private static func spelled(_ scheme: String) -> String {
    scheme.map(anyCase).joined(separator: dropped)
  }

  /// A web address, or another one.
  private init(address other: String) {
    let scheme = "\(Self.spelled("http"))\(Self.dropped)([sS]\(Self.dropped))?"
    let slashes = [":", "/", "/"].joined(separator: Self.dropped)
    self.init(
      expression:
        #"^[\u0000-\u0020]*(\#(scheme)\#(slashes)[^/?#@:\\][^/?#@\\]*([/?#][^\\]*)?\#(other))$"#,
      takesNumbers: false)
  }
}
