import Diagnostics

/// A mailbox that a role reads, or nobody (RFC 2142).
public enum RoleMailbox: Sendable, Hashable {
  /// Nobody reads it as a customer.
  case system
  /// A person may: small companies order with such addresses.
  case office

  /// The name of the kind that is advice alone where people order with such addresses.
  static let officeName = "office"

  private static let systemNames: Set<String> = [
    "abuse", "hostmaster", "list", "list-request", "mailer-daemon", "no-reply", "noreply",
    "donotreply", "do-not-reply", "postmaster", "privacy", "root", "security", "spam", "sysadmin",
    "unsubscribe", "undisclosed-recipients", "uucp", "usenet", "webmaster", "www", "ftp", "noc",
    "nobody", "devnull",
  ]
  private static let officeNames: Set<String> = ["admin", "administrator", "billing", "support"]

  /// The lengths that names with each first letter have, as bits.
  private static let lengths: [UInt64] = {
    var lengths = [UInt64](repeating: 0, count: 32)
    for name in systemNames.union(officeNames) {
      lengths[Int((name.utf8.first ?? 0) & 0x1F)] |= 1 << UInt64(name.utf8.count)
    }
    return lengths
  }()

  /// Recognizes an address.
  init?(address: String) {
    guard let at = address.lastIndex(of: "@") else { return nil }
    let local = address[..<at].lowercased()
    if Self.systemNames.contains(local) {
      self = .system
    } else if Self.officeNames.contains(local) {
      self = .office
    } else {
      return nil
    }
  }

  /// Whether a mailbox's name has the first letter and the length of one of these.
  @inline(__always)
  static func mayBe(_ first: UInt8, _ length: Int) -> Bool {
    length < 64 && lengths[Int(first & 0x1F)] >> UInt64(length) & 1 == 1
  }
}
