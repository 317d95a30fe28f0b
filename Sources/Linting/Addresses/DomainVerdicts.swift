import Synchronization

/// The verdicts on the domains of a list, whichever thread met them first.
final class DomainVerdicts: Sendable {
  /// How many domains are kept; a list of more has hardly any twice.
  private static let limit = 1 << 16

  private let known = Mutex<[UInt64: AddressVerdict?]>([:])

  /// The verdict on a domain, by a number made of its bytes.
  ///
  /// - Parameters:
  ///   - hash: the number.
  ///   - domain: gives the domain's text, in lower case.
  /// - Returns: the verdict; nil for an ordinary domain.
  func verdict(on hash: UInt64, _ domain: () -> String) -> AddressVerdict? {
    if let verdict = known.withLock({ $0[hash] }) { return verdict }
    let verdict = AddressVerdict(domain: domain())
    known.withLock { known in
      if known.count < Self.limit { known[hash] = .some(verdict) }
    }
    return verdict
  }
}
