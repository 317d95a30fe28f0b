public import Composing
public import Diagnostics

/// What a check reports; the engine adds the rule.
public struct Problem: Sendable {
  /// What is wrong.
  public var message: Message
  /// Where.
  public var location: Location
  /// The parameter it is about.
  public var parameter: String?
  /// The first rows concerned.
  public var rows: [Int]
  /// How often it occurs.
  public var count: Int
  /// What to do.
  public var help: Message?
  /// An edit that mends it.
  public var fix: Fix?
  /// Another severity than the rule's.
  public var severity: Severity?

  /// Describes one problem.
  init(
    _ message: Message, at location: Location, parameter: String? = nil, rows: [Int] = [],
    count: Int = 1, help: Message? = nil, fix: Fix? = nil, severity: Severity? = nil
  ) {
    self.message = message
    self.location = location
    self.parameter = parameter
    self.rows = rows
    self.count = count
    self.help = help
    self.fix = fix
    self.severity = severity
  }

  /// The finding of a rule, which says what to do where nothing better is known.
  func finding(of rule: Rule) -> Finding {
    Finding(
      rule: rule.name, severity: severity ?? rule.severity, message: message, location: location,
      parameter: parameter, rows: rows, count: count,
      help: help ?? (fix == nil ? rule.instead : nil), fix: fix)
  }
}

/// What a check of one recipient reports.
public struct Sighting {
  /// What is wrong; of several sightings of one kind only the first is worded.
  public let message: () -> Message
  /// The parameter concerned, by its number in the plan; nil for the recipient as such.
  public let parameter: Int?
  /// The slot concerned, where it is one; else the parameter's first.
  public let slot: Int?
  /// Sets kinds of sightings apart that are no finding together.
  public let kind: Kind
  /// What to do.
  public let help: Message?
  /// Another severity than the rule's.
  public let severity: Severity?

  /// What sightings of one rule and parameter have in common.
  public enum Kind: Sendable, Hashable {
    /// The rule, which knows one kind.
    case only
    /// A name of the rule's own.
    case named(String)
    /// What a value is refused for.
    case objection(ValueObjection)
  }

  /// Describes one sighting.
  init(
    _ message: @escaping @autoclosure () -> Message, parameter: Int? = nil, slot: Int? = nil,
    kind: Kind = .only, help: Message? = nil, severity: Severity? = nil
  ) {
    self.message = message
    self.parameter = parameter
    self.slot = slot
    self.kind = kind
    self.help = help
    self.severity = severity
  }
}

extension Sighting {
  /// The first use of the slot or the parameter; nil where it is about the recipient as such.
  func use(in draft: Draft) -> Int? {
    guard let parameter else { return nil }
    let slot = slot ?? draft.plan.parameters[parameter].slots.first
    return slot.flatMap { draft.plan.slots[$0].uses.first }
  }
}
