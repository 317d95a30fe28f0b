public import Hashing
public import Mailing

/// Who said yes to which bytes, for whom and for when: a record beside the code that reviews it.
public struct Approval: Sendable, Hashable {
  /// One person's yes.
  public struct Consent: Sendable, Hashable {
    /// Who, mostly an address.
    public let by: String
    /// When.
    public let at: Reservation

    /// Records a yes.
    public init(by: String, at: Reservation) {
      self.by = by
      self.at = at
    }
  }

  /// The template's name.
  public let template: String
  /// What all recipients get alike.
  public let content: Content
  /// The people; nil where any clean list is approved.
  public let list: ListSummary?
  /// When it may leave.
  public let schedule: Schedule
  /// Who said yes, in order.
  public private(set) var consents: [Consent]

  /// Describes an approval.
  public init(
    template: String, content: Content, list: ListSummary?, schedule: Schedule,
    consents: [Consent]
  ) {
    self.template = template
    self.content = content
    self.list = list
    self.schedule = schedule
    self.consents = consents
  }

  /// The digest of everything but who said yes, which names the file.
  public var digest: Digest { SHA256.hash(subject) }

  /// The file's name: the same campaign has one approval.
  public var fileName: String { "\(digest.hex.prefix(12)).json" }

  /// Adds a yes.
  ///
  /// - Returns: false if that person has said it already.
  public mutating func add(_ consent: Consent) -> Bool {
    guard !consents.contains(where: { $0.by.lowercased() == consent.by.lowercased() }) else {
      return false
    }
    consents.append(consent)
    return true
  }
}
