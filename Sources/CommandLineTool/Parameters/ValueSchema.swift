import Composing
import Linting
import Markup
import Templating

/// The values of one parameter that every place of it takes.
struct ValueSchema {
  /// The JSON types.
  private(set) var types: [String]
  /// The most characters of a string.
  let lengthLimit: Int?
  /// Regular expressions that a string matches.
  let patterns: [String]

  /// Gathers what the places of a parameter ask for.
  ///
  /// - Parameters:
  ///   - entry: the parameter.
  ///   - isFinal: whether values are sent as they are, blank ones too.
  init(_ entry: ParameterTable.Entry, isFinal: Bool) {
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
    patterns = expressions
    lengthLimit = mayBeBlank ? nil : limits.compactMap(\.lengthLimit).min()
    types = ["string"]
    if limits.allSatisfy(\.takesNumbers) { types.append("number") }
    if limits.allSatisfy(\.takesBooleans) { types.append("boolean") }
    types.append("null")
  }
}
