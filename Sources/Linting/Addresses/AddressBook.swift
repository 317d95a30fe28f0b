import Composing
import Mailing
import Recipients

/// Finds addresses that occur twice, and addresses that are spelled apart and reach one mailbox.
///
/// The domain is compared without case and in its spelling in ASCII, the local part exactly; for
/// mailboxes as their hosts do. A row costs twelve bytes and the room that a table needs: addresses
/// are told apart by 61 bits of a hash, which mistakes one list of a million in some four million.
struct AddressBook {
  /// Mailboxes, by their plainest spelling.
  private var mailboxes = AddressTable()
  /// Addresses that are not spelled so.
  private var spellings = AddressTable()
  private var firstDomain: UInt64?
  /// Whether an address was met again.
  private(set) var hasRepeated = false

  /// Notes the address of one recipient, who come in the list's order; what occurs again goes into
  /// the facts.
  mutating func note(_ key: MailboxKey, _ row: Row, in facts: inout PeopleFacts) {
    if firstDomain == nil { firstDomain = key.domain }
    // Who gets a blind copy is seen by nobody.
    if key.domain != firstDomain, row.kind != .blindCopy { facts.isOneDomain = false }
    let text = { String(decoding: row.address ?? [], as: UTF8.self) }
    let known = mailboxes.enter(key.mailbox, row.number, isPlainest: key.isPlainest)
    let spelling =
      key.isPlainest ? nil : spellings.enter(key.address, row.number, isPlainest: false)
    let isRepeated = key.isPlainest ? known?.isPlainestKnown == true : spelling != nil
    if isRepeated, let first = spelling?.row ?? known?.row {
      hasRepeated = true
      let isNew =
        key.isPlainest ? !mailboxes.mark(known, .repeated) : !spellings.mark(spelling, .repeated)
      facts.duplicates.add(row.number, like: first, isNew: isNew, as: text)
    } else if let known {
      let isNew = !mailboxes.mark(known, .shared)
      facts.mailboxes.add(row.number, like: known.row, isNew: isNew, as: text)
    }
  }

  /// Whether that address was met again.
  func isRepeated(_ key: MailboxKey) -> Bool {
    key.isPlainest ? mailboxes.isRepeated(key.mailbox) : spellings.isRepeated(key.address)
  }
}

/// Numbers that stand for an address and its mailbox.
struct MailboxKey: Sendable {
  /// For the address: equal for equal ones.
  let address: UInt64
  /// For the mailbox: equal for addresses that reach the same one.
  let mailbox: UInt64
  /// For the domain.
  let domain: UInt64
  /// Whether the address is the mailbox's plainest spelling.
  var isPlainest: Bool { address == mailbox }

  /// Hosts that leave out what follows `+`.
  private static let tagging: Set<[UInt8]> = Set(
    [
      "gmail.com", "outlook.com", "icloud.com", "me.com", "fastmail.com", "fastmail.fm",
      "proton.me", "protonmail.com", "pm.me",
    ].map { Array($0.utf8) })
  private static let gmail = Array("gmail.com".utf8)
  private static let googlemail = Array("googlemail.com".utf8)

  /// Reads the address of one recipient; nil where there is none.
  init?(of row: Row) {
    let key =
      row.withCells { $0[.address].flatMap(Self.init(plain:)) } ?? Self(row.address ?? [])
    guard let key else { return nil }
    self = key
  }

  /// Reads any text with an `@`, without what stands around it.
  init?(_ address: ArraySlice<UInt8>) {
    let key = Self.spelling(of: address)?.withUnsafeBufferPointer { Self(bytes: $0) }
    guard let key else { return nil }
    self = key
  }

  /// The one spelling of equal addresses: bare, the domain in ASCII and without capitals; nil where
  /// there is no `@`.
  static func spelling(of address: ArraySlice<UInt8>) -> [UInt8]? {
    let bare = EmailAddress.bare(address)
    guard let at = bare.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    let domain = bare[(at + 1)...]
    let ascii = domain.allSatisfy { $0 < 0x80 } ? nil : DomainName.ascii(domain)
    return bare[...at] + (ascii.map { Array($0.utf8) } ?? Array(domain)).map(lower)
  }

  /// Reads an address that needs no closer look.
  init?(plain address: UnsafeBufferPointer<UInt8>) {
    guard let first = address.first, let last = address.last, first > 0x20, first < 0x7F,
      first | 0x20 != UInt8(ascii: "m"), last > UInt8(ascii: ";"), last < 0x7F,
      address.allSatisfy({ $0 < 0x80 })
    else { return nil }
    self.init(bytes: address)
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    var hash = ByteHash()
    for byte in bytes[(at + 1)...] { hash.add(lower(byte)) }
    domain = hash.value
    var exact = hash
    var folded = hash
    var isFolded = false
    for byte in bytes[..<at] {
      exact.add(byte)
      folded.add(lower(byte))
      isFolded = isFolded || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
    }
    address = exact.value
    // Few hosts have aliases, and their names have few lengths.
    let length = bytes.count - 1 - at
    guard isFolded && length <= 12 || length == Self.googlemail.count else {
      mailbox = folded.value
      return
    }
    mailbox = Self.mailbox(bytes, at) ?? folded.value
  }

  /// The mailbox at a host that ignores parts of the local part; nil at any other.
  private static func mailbox(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64? {
    var domain = bytes[(at + 1)...].map(lower)
    if domain == googlemail { domain = gmail }
    guard tagging.contains(domain), bytes[0] != UInt8(ascii: "\"") else { return nil }
    var hash = ByteHash()
    for byte in domain { hash.add(byte) }
    for byte in bytes[..<at] {
      if byte == UInt8(ascii: "+") { break }
      if byte == UInt8(ascii: "."), domain == gmail { continue }
      hash.add(lower(byte))
    }
    return hash.value
  }
}

/// A byte with capitals of ASCII made small.
@inline(__always)
private func lower(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}

/// A number for a sequence of bytes.
private struct ByteHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The number, whose bits all depend on all bytes.
  var value: UInt64 {
    var mixed = state ^ (state &>> 32)
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed &>> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed &>> 32)
  }
}
