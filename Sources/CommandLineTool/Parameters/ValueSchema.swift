import Composing
import Linting
import Mailing
import Markup
import Templating

/// The values of one parameter that every place of it takes.
struct ValueSchema {
  /// The JSON types.
  private(set) var types: [String]
  /// The most characters of a string.
  let lengthLimit: Int?
  /// The least and the greatest number.
  let minimum: Double?, maximum: Double?
  /// The only strings; none where others may stand for the same.
  let values: [String]
  /// Regular expressions that a string matches.
  let patterns: [String]

  /// Gathers what the places of a parameter ask for.
  ///
  /// - Parameters:
  ///   - entry: the parameter.
  ///   - isFinal: whether values are sent as they are, blank ones too.
  ///   - constraint: what the project says about the values.
  init(_ entry: ParameterTable.Entry, isFinal: Bool, _ constraint: ValueConstraint?) {
    var slots: [String: Slot] = [:]
    for place in entry.uses where place.use.context.map(\.isRefused) != true {
      slots[place.slot.wireName] = place.slot
    }
    let limits = slots.keys.sorted().flatMap { slots[$0]?.patterns ?? [] }
    // Only where each place has something to put in for it may a value be blank.
    let mayBeBlank = isFinal || entry.uses.allSatisfy(\.isOptional)
    var expressions: [String] = mayBeBlank ? [] : [#"\S"#]
    for limit in limits {
      let expression =
        mayBeBlank ? "^\(InvisibleText.pattern)$|" + limit.expression : limit.expression
      if !expressions.contains(expression) { expressions.append(expression) }
    }
    if let expression = constraint?.expression {
      expressions.append(
        mayBeBlank ? "^\(InvisibleText.pattern)$|(?:\(expression))" : expression)
    }
    patterns = expressions
    let longest = constraint?.kind == .text ? constraint?.maximum.flatMap(Int.init(exactly:)) : nil
    lengthLimit =
      mayBeBlank ? nil : (limits.compactMap(\.lengthLimit) + (longest.map { [$0] } ?? [])).min()
    types = ["string"]
    if limits.allSatisfy(\.takesNumbers) { types.append("number") }
    if limits.allSatisfy(\.takesBooleans), constraint?.kind ?? .text == .text {
      types.append("boolean")
    }
    types.append("null")
    let isNumber = constraint?.kind == .number || constraint?.kind == .integer
    minimum = isNumber ? constraint?.minimum : nil
    maximum = isNumber ? constraint?.maximum : nil
    let isText = constraint?.values.allSatisfy { Double($0) == nil && Bool($0) == nil } ?? false
    values = isText && !mayBeBlank ? constraint?.values ?? [] : []
  }
}

extension ValueConstraint {
  /// What the strings of a schema match: the pattern, or the form of the kind.
  fileprivate var expression: String? {
    if let pattern { return pattern.expression }
    switch kind {
    case .text, .date: return nil
    case .number: return #"^[-+]?[0-9][0-9,]*(\.[0-9]*)?$"#
    case .integer: return "^[-+]?[0-9][0-9,]*$"
    case .email: return "@"
    case .url: return "^https?://"
    }
  }
}
