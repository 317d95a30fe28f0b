import Recipients

/// What there is about a row that some rule about rows looks at; most rows have nothing.
public struct RowTraits: OptionSet, Sendable {
  /// One bit for each trait.
  public let rawValue: UInt8

  /// Takes the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The record cannot be trusted.
  static let broken = RowTraits(rawValue: 1)
  /// It says how the mail is addressed to the recipient.
  static let typed = RowTraits(rawValue: 2)
  /// The recipient has a name of so many bytes that it may be too long.
  static let longName = RowTraits(rawValue: 4)

  /// Looks at a row.
  init(_ row: Row) {
    self = row.problem == nil ? [] : .broken
    row.withCells { cells in
      if cells.hasType { insert(.typed) }
      if let name = cells[.name], name.count > Rule.nameLimit { insert(.longName) }
    }
  }
}

/// A rule about rows with its check taken out, so that the pass over a list asks only once.
struct RowRule: Sendable {
  /// Its number in `Rule.all`.
  let number: Int
  let rule: Rule
  let traits: RowTraits
  let check: @Sendable (RowContext, (Sighting) -> Void) -> Void

  static let all: [RowRule] = Rule.all.enumerated().flatMap { number, rule in
    rule.checks.compactMap { check in
      guard case .row(let traits, let check) = check else { return nil }
      return RowRule(number: number, rule: rule, traits: traits, check: check)
    }
  }

  /// The traits that some rule looks at a row for.
  static let watched = all.reduce(into: RowTraits()) { $0.formUnion($1.traits) }
}
