import Mailing
import Recipients

/// Tells for each address whether there is anything to say; for most a glance is enough.
struct AddressInspector: Sendable {
  /// What there is to say about an address.
  struct Found {
    let verdict: AddressVerdict
    /// The number of its domain, where the verdict is the domain's and so everybody's there.
    let domain: Int?
  }

  /// What was found about a domain, by a number made of its bytes.
  private struct Known {
    var hash: UInt64 = 0
    /// Where its verdict is; less than zero where there is none.
    var verdict = -1
  }

  /// A place holds the domain met last.
  private var known = [Known](repeating: Known(), count: 1 << 12)
  /// The verdicts on domains that were met here.
  private var verdicts: [AddressVerdict] = []
  /// The verdicts on domains that were met anywhere.
  private let domains: DomainVerdicts

  init(_ domains: DomainVerdicts) { self.domains = domains }

  /// The verdict on the address of one recipient.
  mutating func verdict(on row: Row) -> Found? {
    guard let domain = row.withCells({ cells in cells[.address].flatMap(Self.domain) }) else {
      return AddressVerdict(row.address ?? []).map { Found(verdict: $0, domain: nil) }
    }
    let number = self.number(of: domain, in: row)
    if number >= 0 { return Found(verdict: verdicts[number], domain: number) }
    guard domain.mayBeRole else { return nil }
    return AddressVerdict(row.address ?? []).map { Found(verdict: $0, domain: nil) }
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

  /// Where the verdict on a domain is; less than zero for an ordinary one.
  private mutating func number(of domain: PlainDomain, in row: Row) -> Int {
    let place = Int(truncatingIfNeeded: domain.hash & UInt64(known.count - 1))
    if known[place].hash == domain.hash { return known[place].verdict }
    let verdict = domains.verdict(on: domain.hash) {
      let name = row.address?.suffix(domain.length) ?? []
      return String(decoding: name, as: UTF8.self).lowercased()
    }
    known[place] = Known(hash: domain.hash, verdict: verdict == nil ? -1 : verdicts.count)
    if let verdict { verdicts.append(verdict) }
    return known[place].verdict
  }

  /// The domain of a plain address.
  private struct PlainDomain {
    let hash: UInt64
    let length: Int
    /// Whether what stands before it may be a role's name.
    let mayBeRole: Bool
  }

  private static func domain(of address: UnsafeBufferPointer<UInt8>) -> PlainDomain? {
    guard EmailAddress.isPlain(address) else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = address.count - 1
    while index >= 0, address[index] != UInt8(ascii: "@") {
      hash = (hash ^ UInt64(address[index] | 0x20)) &* 0x0000_0100_0000_01B3
      index -= 1
    }
    return PlainDomain(
      hash: hash | 1, length: address.count - 1 - index,
      mayBeRole: RoleMailbox.mayBe(address[0], index))
  }
}
