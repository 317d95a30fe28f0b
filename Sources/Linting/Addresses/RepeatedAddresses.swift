public import Recipients

/// Tells which addresses a list that was checked may have more than once.
public struct RepeatedAddresses: Sendable {
  private let book: AddressBook

  init(_ book: AddressBook) { self.book = book }

  /// Whether no address occurs more than once.
  public var isEmpty: Bool { !book.hasRepeated }

  /// The one spelling of a recipient's address, where the list may have it again; nil elsewhere.
  ///
  /// A number made of an address told so, and another may have the same: only equal spellings are
  /// one address.
  public func spelling(of row: Row) -> [UInt8]? {
    guard row.problem == nil, let key = MailboxKey(of: row), book.isRepeated(key) else {
      return nil
    }
    return MailboxKey.spelling(of: row.address ?? [])
  }
}
