import Mailing
import Recipients

/// Tells for each address whether there is anything to say; for most a glance is enough.
struct AddressInspector: Sendable {
  /// What was found about domains, by a number made of their bytes; a place holds the last one.
  private var known = [UInt64](repeating: 0, count: 1 << 10)

  /// The verdict on the address of one recipient.
  mutating func verdict(on row: Row) -> AddressVerdict? {
    if isOrdinary(row) { return nil }
    return AddressVerdict(row.address ?? [])
  }

  /// Whether an address is plain and in no domain that is an error; false where a closer look tells.
  static func isAcceptable(_ row: Row) -> Bool {
    row.withCells { cells in
      guard let address = cells[.address], let last = address.last,
        EmailAddress.isPlain(address)
      else { return false }
      // `.invalid` and `.localhost`, by their length and last letter.
      func endsLike(_ end: UInt8, _ length: Int) -> Bool {
        last | 0x20 == end && address.count > length
          && address[address.count - length] == UInt8(ascii: ".")
      }
      return !endsLike(UInt8(ascii: "d"), 8) && !endsLike(UInt8(ascii: "t"), 10)
    }
  }

  /// Whether an address is plain, its domain was found ordinary before and its mailbox is no role's.
  private mutating func isOrdinary(_ row: Row) -> Bool {
    guard let domain = row.withCells({ cells in cells[.address].flatMap(Self.domain) }) else {
      return false
    }
    let place = Int(truncatingIfNeeded: domain.hash & UInt64(known.count - 1))
    if known[place] != domain.hash {
      let name = row.address?.suffix(domain.length) ?? []
      guard Self.isOrdinary(domain: String(decoding: name, as: UTF8.self)) else { return false }
      known[place] = domain.hash
    }
    return !domain.mayBeRole
  }

  private static func isOrdinary(domain: String) -> Bool {
    let domain = domain.lowercased()
    return UnreachableDomain(domain) == nil && ProviderDomains.meant(by: domain) == nil
  }

  /// A number for the domain of a plain address.
  private static func domain(
    of address: UnsafeBufferPointer<UInt8>
  ) -> (hash: UInt64, length: Int, mayBeRole: Bool)? {
    guard EmailAddress.isPlain(address) else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = address.count - 1
    while index >= 0, address[index] != UInt8(ascii: "@") {
      hash = (hash ^ UInt64(address[index] | 0x20)) &* 0x0000_0100_0000_01B3
      index -= 1
    }
    return (hash | 1, address.count - 1 - index, RoleMailbox.mayBe(address[0], index))
  }
}
