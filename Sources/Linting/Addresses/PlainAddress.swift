import Mailing
import Recipients

/// An address as most people have it, about which a glance tells nearly all.
struct PlainAddress {
  /// What the address is known by.
  let key: MailboxKey
  /// How many bytes its domain has.
  let domainLength: Int
  /// Whether what stands before the `@` may be a role's name.
  let mayBeRole: Bool

  /// Reads the address of one recipient; nil where a closer look is due.
  init?(of row: Row) {
    let plain = row.withCells { $0[.address].flatMap(Self.init) }
    guard let plain else { return nil }
    self = plain
  }

  private init?(_ address: UnsafeBufferPointer<UInt8>) {
    guard let sign = EmailAddress.signOfPlain(address) else { return nil }
    key = MailboxKey(address, sign: sign)
    domainLength = address.count - 1 - sign
    mayBeRole = RoleMailbox.mayBe(address[0], sign)
  }
}
