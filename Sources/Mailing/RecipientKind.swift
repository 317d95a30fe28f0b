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

  private static let kinds: [String: RecipientKind] = {
    var kinds: [String: RecipientKind] = [:]
    for kind in allCases {
      for spelling in kind.spellings { kinds[spelling] = kind }
    }
    return kinds
  }()

  /// Reads one of the spellings.
  public init?(_ text: some Collection<UInt8>) {
    guard let kind = Self.kinds[String(decoding: text, as: UTF8.self)] else { return nil }
    self = kind
  }
}
