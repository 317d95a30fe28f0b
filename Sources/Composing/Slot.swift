public import Markup
public import Templating

/// One name on the wire: a parameter as it is written for one kind of place.
public struct Slot: Sendable {
  /// The parameter's number in the plan.
  public let parameter: Int
  /// What stands in for a missing or empty value.
  public let fallback: [UInt8]?
  /// What changes a value before it is written.
  public let filters: FilterChain
  /// How the value is written.
  public var escaping: Escaping { form.escaping }
  /// The name that the service substitutes.
  public internal(set) var wireName: String
  /// The uses that share it, in order.
  public internal(set) var uses: [Int]
  /// Everything about writing its values.
  var form: SlotForm

  /// Whether it is the parameter and nothing else.
  var isPlain: Bool { fallback == nil && filters.isEmpty && form.dollars == 0 }
}

extension Slot {
  /// What sets its name apart from the parameter's other slots.
  var ending: String { filters.names.first ?? escaping.name }
}

/// One placeholder of the title or the body.
public struct Use: Sendable {
  /// Which text it stands in.
  public enum Place: Sendable, Hashable {
    /// The title.
    case title
    /// The body.
    case body
  }

  /// Which text it stands in.
  public let place: Place
  /// Its number among the placeholders of that text.
  public let placeholder: Int
  /// Its slot.
  public let slot: Int
  /// Where in the markup it stands; nil in the title.
  public let context: PlaceholderContext?

  /// What it asks of its slot's values.
  var demands: SlotForm.Demands {
    switch context {
    case nil: .title
    case .url(_, _, .path): [.path, .attribute]
    case .url, .attribute, .css(.attribute, _): .attribute
    case .text, .characterData, .css(.element, _), .comment, .refused: []
    }
  }
}

/// A parameter of a template, with the slots that write it.
public struct Parameter: Sendable {
  /// Its name.
  public let name: String
  /// Whether `tmpl.json` allows it to be missing or empty everywhere.
  public let isOptional: Bool
  /// The value for all recipients, from the envelope.
  public let shared: [UInt8]?
  /// The slots that write it.
  public internal(set) var slots: [Int]
}
