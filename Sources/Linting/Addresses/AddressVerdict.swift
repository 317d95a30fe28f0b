import Diagnostics
public import Mailing

/// What there is to say about a recipient's address; the first that fits, and nothing about most.
public enum AddressVerdict: Sendable, Hashable {
  /// No address.
  case invalid(EmailAddress.Objection)
  /// Over a limit of the protocol.
  case tooLong(bytes: Int, limit: Int)
  /// A name with it, or several of them.
  case notBare
  /// An address with something around it.
  case padded
  /// Characters beyond ASCII before the `@`.
  case internationalLocal
  /// Characters beyond ASCII in the domain; its spelling in ASCII.
  case internationalDomain(String)
  /// A domain to which no mail goes.
  case undeliverable(UnreachableDomain)
  /// A domain one slip away from a big provider's; that provider's.
  case typo(domain: String, meant: String)
  /// The mailbox of a role, not of a person.
  case role(RoleMailbox)

  /// Judges an address that is not plain, or whose domain or mailbox is on a list.
  init?(_ address: ArraySlice<UInt8>) {
    let bare = EmailAddress.bare(address)
    guard let shape = Self.shape(of: bare) else {
      if bare.count < address.count {
        self = .padded
      } else if let verdict = Self.destination(of: bare) {
        self = verdict
      } else {
        return nil
      }
      return
    }
    switch shape {
    case .internationalLocal, .internationalDomain:
      self = bare.count < address.count ? .padded : shape
    case .invalid, .tooLong, .notBare, .padded, .undeliverable, .typo, .role: self = shape
    }
  }

  // MARK: Shape

  /// What is wrong with how an address is written; nil for a sound one.
  private static func shape(of address: ArraySlice<UInt8>) -> AddressVerdict? {
    guard let objection = EmailAddress.objection(to: address) else { return nil }
    // Of a domain in other letters, its spelling in ASCII is what counts.
    if case .tooLong = objection, let verdict = international(address) { return verdict }
    switch objection {
    case .tooLong(let bytes):
      return isSeveral(address) ? .notBare : .tooLong(bytes: bytes, limit: EmailAddress.lengthLimit)
    case .localTooLong(let bytes):
      return isSeveral(address)
        ? .notBare : .tooLong(bytes: bytes, limit: EmailAddress.localLimit)
    case .missingDot: return .undeliverable(.withoutDot)
    case .literal: return .undeliverable(.literal)
    case .character(0x80...): return international(address) ?? .invalid(objection)
    case .empty, .labelTooLong, .missingSign, .emptyLocal, .emptyDomain, .dots, .hyphen, .openQuote,
      .character:
      return isSeveral(address) ? .notBare : .invalid(objection)
    }
  }

  /// `Kim <kim@example.com>`, or several addresses in one cell.
  private static func isSeveral(_ address: ArraySlice<UInt8>) -> Bool {
    if let open = address.lastIndex(of: UInt8(ascii: "<")), address.last == UInt8(ascii: ">") {
      return address[open...].contains(UInt8(ascii: "@"))
    }
    return address.split { ",; \t\n\r/|".utf8.contains($0) }
      .count { $0.contains(UInt8(ascii: "@")) } > 1
  }

  /// An address that is sound but for letters of other scripts.
  private static func international(_ address: ArraySlice<UInt8>) -> AddressVerdict? {
    guard let text = String(validating: address, as: UTF8.self),
      let at = address.lastIndex(of: UInt8(ascii: "@")),
      address.contains(where: { $0 >= 0x80 }), let domain = DomainName.ascii(address[(at + 1)...]),
      text.unicodeScalars.allSatisfy({ $0.isASCII || isLetter($0) })
    else { return isSeveral(address) ? .notBare : nil }
    let local = address[..<at]
    let stand = local.map { $0 < 0x80 ? $0 : UInt8(ascii: "x") }
    let objection = EmailAddress.objection(to: stand + [UInt8(ascii: "@")] + Array(domain.utf8))
    switch objection {
    case nil: break
    case .tooLong(let bytes)?: return .tooLong(bytes: bytes, limit: EmailAddress.lengthLimit)
    case .localTooLong(let bytes)?: return .tooLong(bytes: bytes, limit: EmailAddress.localLimit)
    case let objection?: return isSeveral(address) ? .notBare : .invalid(objection)
    }
    return local.allSatisfy { $0 < 0x80 } ? .internationalDomain(domain) : .internationalLocal
  }

  /// Full-width forms are slips of the keyboard, no letters of an address.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard !(0xFF00...0xFFEF).contains(scalar.value) else { return false }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  // MARK: Destination

  /// Whether mail can reach somebody, as far as the address tells.
  var isDeliverable: Bool {
    switch self {
    case .internationalLocal, .internationalDomain, .typo, .role: true
    case .invalid, .tooLong, .notBare, .padded, .undeliverable: false
    }
  }

  /// What there is to say about where a sound address leads.
  private static func destination(of address: ArraySlice<UInt8>) -> AddressVerdict? {
    let text = String(decoding: address, as: UTF8.self)
    return AddressVerdict(domain: EmailAddress.domain(of: text))
      ?? RoleMailbox(address: text).map(Self.role)
  }

  /// What there is to say about every sound address in a domain, which is in lower case.
  init?(domain: String) {
    if let undeliverable = UnreachableDomain(domain) {
      self = .undeliverable(undeliverable)
    } else if let meant = ProviderDomains.meant(by: domain) {
      self = .typo(domain: domain, meant: meant)
    } else {
      return nil
    }
  }
}
