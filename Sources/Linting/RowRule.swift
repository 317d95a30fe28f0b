/// A rule about rows with its check taken out, so that the pass over a list asks only once.
struct RowRule: Sendable {
  /// Its number in `Rule.all`.
  let number: Int
  let rule: Rule
  let check: @Sendable (RowContext, (Sighting) -> Void) -> Void

  static let all: [RowRule] = Rule.all.enumerated().flatMap { number, rule in
    rule.checks.compactMap { check in
      guard case .row(let check) = check else { return nil }
      return RowRule(number: number, rule: rule, check: check)
    }
  }
}
