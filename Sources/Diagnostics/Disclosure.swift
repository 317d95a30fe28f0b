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

  /// The first twelve headers or keys of a list, quoted, as this disclosure shows them.
  ///
  /// In a list without header the first person stands in its place; where one of the words looks
  /// like a person's data, all are treated so.
  public func headers(_ headers: [String]) -> String {
    let isPersonal = headers.contains(where: Self.looksPersonal)
    let shown = headers.prefix(12).map { isPersonal ? value($0) : "'\($0)'" }
    return shown.joined(separator: ", ") + (headers.count > 12 ? " … (\(headers.count))" : "")
  }

  /// Whether a word holds `@` or five digits, as no name of a column does.
  private static func looksPersonal(_ word: String) -> Bool {
    word.contains("@") || word.unicodeScalars.count { $0.properties.numericType != nil } >= 5
  }

  /// A recipient's value, quoted, as this disclosure shows it.
  public func value(_ value: String) -> String {
    switch self {
    case .open:
      let shown = value.prefix(60)
      let isWhole = shown.endIndex == value.endIndex
      // A character of marks upon marks can have any length.
      return "'\(Clipping.clipped(String(shown), to: 1024))\(isWhole ? "" : "…")'"
    case .masked:
      // The first letter of a short value would be most of it.
      let count = value.count
      return "'\(count > 2 ? Clipping.clipped(String(value.prefix(1)), to: 32) : "")…' (\(count))"
    }
  }
}
