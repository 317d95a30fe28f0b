import Bytes
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
  /// What was seen of the tables ahead of time, of no other use.
  private var seen: UInt64 = 0
  /// Whether an address was met again.
  private(set) var hasRepeated = false

  /// How many addresses are noted in one go.
  static let stride = 64

  /// Looks ahead at where addresses that are noted next will be.
  mutating func lookAhead(_ keys: Slice<UnsafeBufferPointer<MailboxKey?>>) {
    seen ^= mailboxes.warm(keys.lazy.map { $0?.mailbox ?? 0 })
  }

  /// Notes the address of one recipient, who come in the list's order; what occurs again goes into
  /// the facts.
  ///
  /// - Parameters:
  ///   - key: what the address is known by.
  ///   - index: which row of the block it is.
  ///   - block: the block.
  ///   - facts: where repeated addresses go.
  mutating func note(
    _ key: MailboxKey, _ index: Int, in block: RowBlock, _ facts: inout PeopleFacts
  ) {
    let number = block.number(of: index)
    if firstDomain == nil { firstDomain = key.domain }
    // Who gets a blind copy is seen by nobody.
    if key.domain != firstDomain, facts.isOneDomain, block[index].kind != .blindCopy {
      facts.isOneDomain = false
    }
    let text = { String(decoding: block[index].address ?? [], as: UTF8.self) }
    let known = mailboxes.enter(key.mailbox, number, isPlainest: key.isPlainest)
    let spelling =
      key.isPlainest ? nil : spellings.enter(key.address, number, isPlainest: false)
    let isRepeated = key.isPlainest ? known?.isPlainestKnown == true : spelling != nil
    if isRepeated, let first = spelling?.row ?? known?.row {
      hasRepeated = true
      let isNew =
        key.isPlainest ? !mailboxes.mark(known, .repeated) : !spellings.mark(spelling, .repeated)
      facts.duplicates.add(number, like: first, isNew: isNew, as: text)
    } else if let known {
      let isNew = !mailboxes.mark(known, .shared)
      facts.mailboxes.add(number, like: known.row, isNew: isNew, as: text)
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
    guard let key = PlainAddress(of: row)?.key ?? Self(row.address ?? []) else { return nil }
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

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    self.init(bytes, sign: at)
  }

  /// Reads an address of which is known where its last `@` stands.
  init(_ bytes: UnsafeBufferPointer<UInt8>, sign at: Int) {
    let host = UnsafeBufferPointer(rebasing: bytes[(at + 1)...])
    let local = UnsafeBufferPointer(rebasing: bytes[..<at])
    var hash = WordHash()
    hash.add(host) { ByteWord.lowercased($0) }
    domain = hash.value
    var exact = hash
    exact.add(local) { $0 }
    address = exact.value
    var marks: UInt64 = 0
    hash.add(local) { word in
      marks |= ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: ".")))
      marks |= ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "+")))
      return ByteWord.lowercased(word)
    }
    // Few hosts have aliases, and their names have few lengths.
    let mayHaveAliases = marks != 0 && host.count <= 12 || host.count == Self.googlemail.count
    mailbox = mayHaveAliases ? Self.mailbox(host, local) ?? hash.value : hash.value
  }

  /// The mailbox at a host that ignores parts of the local part; nil at any other.
  private static func mailbox(
    _ host: UnsafeBufferPointer<UInt8>, _ local: UnsafeBufferPointer<UInt8>
  ) -> UInt64? {
    var domain = host.map(lower)
    if domain == googlemail { domain = gmail }
    guard tagging.contains(domain), local.first != UInt8(ascii: "\"") else { return nil }
    let name = local.prefix { $0 != UInt8(ascii: "+") }
      .filter { $0 != UInt8(ascii: ".") || domain != gmail }.map(lower)
    var hash = WordHash()
    domain.withUnsafeBufferPointer { hash.add($0) { $0 } }
    name.withUnsafeBufferPointer { hash.add($0) { $0 } }
    return hash.value
  }
}

/// A byte with capitals of ASCII made small.
@inline(__always)
private func lower(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
