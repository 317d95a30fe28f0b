/// How much of recipients' data a report may show.
public enum Disclosure: Sendable {
  /// Addresses and values as they are: for a person at a terminal.
  case open
  /// Addresses as `k***@example.com`, values as `'김…' (3 characters)`: for files and logs.
  case masked

  /// An address as this disclosure shows it.
  public func address(_ address: String) -> String {
    switch self {
    case .open: return address
    case .masked:
      let first = address.prefix(1)
      guard let at = address.lastIndex(of: "@") else { return "\(first)***" }
      return "\(first == "@" ? "" : first)***\(address[at...])"
    }
  }

  /// A recipient's value, quoted, as this disclosure shows it.
  public func value(_ value: String) -> String {
    switch self {
    case .open:
      let shown = value.prefix(60)
      return "'\(shown)\(shown.endIndex == value.endIndex ? "" : "…")'"
    case .masked: return "'\(value.prefix(1))…' (\(value.count))"
    }
  }
}
