import Mailing
import Recipients

/// Tells for each address whether there is anything to say; for most a glance is enough.
struct AddressInspector: Sendable {
  /// What there is to say about an address.
  enum Found {
    /// Nothing.
    case nothing
    /// What is said of everybody in the domain with that number.
    case ofDomain(Int)
    case verdict(AddressVerdict)
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
  private(set) var verdicts: [AddressVerdict] = []
  /// The verdicts on domains that were met anywhere.
  private let domains: DomainVerdicts

  init(_ domains: DomainVerdicts) { self.domains = domains }

  /// What there is to say about the address of one recipient, given what a glance told.
  mutating func look(at row: Row, _ plain: PlainAddress?) -> Found {
    if let plain {
      let number = self.number(of: plain, in: row)
      if number >= 0 { return .ofDomain(number) }
      guard plain.mayBeRole else { return .nothing }
    }
    return AddressVerdict(row.address ?? []).map(Found.verdict) ?? .nothing
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

  /// Where the verdict on an address's domain is; less than zero for an ordinary one.
  private mutating func number(of address: PlainAddress, in row: Row) -> Int {
    // Zero is the number of places that hold none yet.
    let hash = address.key.domain | 1
    let place = Int(truncatingIfNeeded: hash >> 32) & (known.count - 1)
    if known[place].hash == hash { return known[place].verdict }
    let verdict = domains.verdict(on: hash) {
      let name = row.address?.suffix(address.domainLength) ?? []
      return String(decoding: name, as: UTF8.self).lowercased()
    }
    known[place] = Known(hash: hash, verdict: verdict == nil ? -1 : verdicts.count)
    if let verdict { verdicts.append(verdict) }
    return known[place].verdict
  }
}
