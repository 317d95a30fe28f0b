/// A rule about addresses with its check taken out.
struct AddressRule: Sendable {
  /// Its number in `Rule.all`.
  let number: Int
  let rule: Rule
  let check: @Sendable (AddressContext, (Sighting) -> Void) -> Void

  static let all: [AddressRule] = Rule.all.enumerated().flatMap { number, rule in
    rule.checks.compactMap { check in
      guard case .address(let check) = check else { return nil }
      return AddressRule(number: number, rule: rule, check: check)
    }
  }
}
