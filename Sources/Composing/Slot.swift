public import Markup

/// One name on the wire: a parameter as it is written for one kind of place.
public struct Slot: Sendable {
  /// The parameter's number in the plan.
  public let parameter: Int
  /// What stands in for a missing or empty value.
  public let fallback: [UInt8]?
  /// `$` signs directly before the placeholder; they are part of the value on the wire.
  public let prefix: [UInt8]
  /// How the value is written.
  public let escaping: Escaping
  /// The name that the service substitutes.
  public internal(set) var wireName: String
  /// The uses that share it, in order.
  public internal(set) var uses: [Int]
  /// Whether a use is in the title.
  public internal(set) var isInTitle: Bool
  /// Whether a use is a step of a link's path.
  public internal(set) var isInPath: Bool
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

/// A stretch of a lowered text.
public enum Piece: Sendable {
  /// Bytes that are sent as they are.
  case text([UInt8])
  /// The value of a slot, for the use of that number.
  case slot(Int, use: Int)
  /// A damaged placeholder, which only drafts show.
  case damaged([UInt8])
}
