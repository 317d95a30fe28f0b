/// How a mail is addressed to someone.
public enum RecipientKind: Sendable, Hashable, CaseIterable {
  case to
  case carbonCopy
  case blindCopy

  /// Reads `R`, `C`, `B` of Cloud Outbound Mailer or `TO`, `CC`, `BCC` of SENS; nil is `to`.
  public init?(_ text: some Collection<UInt8>) {
    switch String(decoding: text, as: UTF8.self) {
    case "R", "TO", "": self = .to
    case "C", "CC": self = .carbonCopy
    case "B", "BCC": self = .blindCopy
    default: return nil
    }
  }
}
