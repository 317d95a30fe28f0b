/// How a mail is addressed to someone.
public enum RecipientKind: Sendable, Hashable, CaseIterable {
  case to
  case carbonCopy
  case blindCopy

  /// How lists may write it: as Cloud Outbound Mailer does, as SENS does; nothing is `to`.
  public var spellings: [String] {
    switch self {
    case .to: ["R", "TO", ""]
    case .carbonCopy: ["C", "CC"]
    case .blindCopy: ["B", "BCC"]
    }
  }

  /// Reads one of the spellings.
  public init?(_ text: some Collection<UInt8>) {
    guard
      let kind = Self.allCases.first(where: { kind in
        kind.spellings.contains { $0.utf8.elementsEqual(text) }
      })
    else { return nil }
    self = kind
  }
}
