import Diagnostics
import JSONSyntax

extension Settings {
  /// How much of something a project allows its mails, below what the services do.
  public struct Budgets: Sendable, Hashable {
    /// The most bytes of a filled body.
    public var maxBodyBytes: Int?
    /// The most warnings with which a check still succeeds.
    public var maxWarnings: Int?

    /// Allows what the services do.
    public init() {}

    fileprivate enum Key: String, CaseIterable {
      case maxBodyBytes
      case maxWarnings
    }
  }

  /// Reads `budgets`; false for what is none.
  mutating func setBudgets(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value.kind else { return false }
    for member in members {
      switch Budgets.Key(rawValue: member.key.text) {
      case .maxBodyBytes?:
        guard let number = Self.number(member.value, 1...Int.max) else { return false }
        budgets.maxBodyBytes = number
      case .maxWarnings?:
        guard let number = Self.number(member.value, 0...Int.max) else { return false }
        budgets.maxWarnings = number
      case nil: report(unknown: member.key, among: Budgets.Key.allCases.map(\.rawValue))
      }
    }
    return true
  }

  /// Reads `clients`; false for what is no list of names.
  mutating func setClients(_ value: JSONValue) -> Bool {
    guard case .array(let items) = value.kind, !items.isEmpty else { return false }
    for item in items {
      guard case .string(let name) = item.kind else { return false }
      clients.append(Client(name: name.text, range: item.range))
    }
    return true
  }

  /// Reads `trackingDomains`; false for what is no list of domains.
  mutating func setTrackingDomains(_ value: JSONValue) -> Bool {
    guard case .array(let items) = value.kind else { return false }
    for item in items {
      guard case .string(let name) = item.kind,
        let domain = DomainName.ascii(Array(name.text.utf8)[...]),
        // A domain is one to which mail could go.
        EmailAddress.objection(to: Array("x@\(domain)".utf8)) == nil
      else { return false }
      trackingDomains.insert(domain)
    }
    return true
  }
}
