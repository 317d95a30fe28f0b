/// One sentence in one language, whose quoted data stays apart from the words around it.
///
/// Words are written as a string literal; what comes from users goes in as `\(quoted:)` (their own
/// template text), `\(value:)`, `\(address:)` or `\(headers:)` (what a list holds, masked where the
/// report asks for it). Control characters never survive rendering, so data cannot act on a
/// terminal or a log.
public struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Sendable, Hashable {
    case words(String)
    case quoted(String)
    case value(String)
    case address(String)
    case headers([String])
  }

  fileprivate var parts: [Part]

  /// Makes a phrase of words alone.
  public init(stringLiteral value: String) { parts = [.words(value)] }

  /// Makes a phrase of the words and data of an interpolated literal.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// The finished sentence, with recipients' data shown as `disclosure` allows.
  public func rendered(_ disclosure: Disclosure) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .quoted(let quoted): text += "'\(quoted)'"
      case .value(let value): text += disclosure.value(value)
      case .address(let address): text += disclosure.address(address)
      case .headers(let headers): text += disclosure.headers(headers)
      }
    }
    return VisibleText.escaping(text)
  }

  /// Collects the words and data of one interpolated phrase.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Prepares an empty collection; the sizes are hints only.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { parts.append(.words(literal)) }

    /// Adds text that is no user's data: a unit, a rule's name.
    public mutating func appendInterpolation(_ words: String) {
      // Names of elements and the like come from templates, and can be as long as these.
      parts.append(.words(Clipping.clipped(words, to: 2048)))
    }

    /// Adds a phrase with its data.
    public mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }

    /// Adds a number with thousands grouped.
    public mutating func appendInterpolation(_ number: Int) {
      parts.append(.words(number.grouped))
    }

    /// Adds a number with the English word that fits it: `1 row`, `2 rows`.
    public mutating func appendInterpolation(_ number: Int, _ one: String, _ many: String? = nil) {
      parts.append(.words("\(number.grouped) \(number == 1 ? one : many ?? one + "s")"))
    }

    /// Adds a piece of the author's text in single quotes, cut where it is long.
    public mutating func appendInterpolation(quoted text: String) {
      parts.append(.quoted(Clipping.clipped(text)))
    }

    /// Adds a recipient's value in single quotes, masked where asked.
    public mutating func appendInterpolation(value: String) { parts.append(.value(value)) }

    /// Adds a header or key of a list in single quotes, masked where it is data and masking is asked.
    public mutating func appendInterpolation(header: String) {
      parts.append(.headers([Clipping.clipped(header)]))
    }

    /// Adds the first headers or keys of a list like `\(header:)`.
    public mutating func appendInterpolation(headers: [String]) {
      parts.append(.headers(headers.map { Clipping.clipped($0) }))
    }

    /// Adds a recipient's address, masked where asked.
    public mutating func appendInterpolation(address: String) {
      parts.append(.address(Clipping.clipped(address)))
    }
  }
}

extension Int {
  /// The number with a comma before every third digit, as both languages write it.
  public var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
