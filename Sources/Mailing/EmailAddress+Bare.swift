extension EmailAddress {
  /// Whether a byte at an end surely belongs to the address.
  private static func isInside(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ".") && byte != UInt8(ascii: ",")
      && byte != UInt8(ascii: ";")
  }

  private static let scheme = Array("mailto:".utf8)

  /// An address without what copying leaves around it: white space and invisible characters,
  /// `mailto:` before it, dots, commas and semicolons behind it.
  public static func bare(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if let first = address.first, let last = address.last, isInside(first), isInside(last),
      first | 0x20 != UInt8(ascii: "m")
    {
      return address
    }
    var rest = address
    while let length = rest.blankPrefix { rest = rest.dropFirst(length) }
    if rest.prefix(scheme.count).map({ $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }) == scheme {
      rest = rest.dropFirst(scheme.count)
      while let length = rest.blankPrefix { rest = rest.dropFirst(length) }
    }
    while true {
      if let length = rest.blankSuffix {
        rest = rest.dropLast(length)
      } else if let last = rest.last, ".,;".utf8.contains(last) {
        rest = rest.dropLast()
      } else {
        return rest
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// White space and invisible characters beyond ASCII that stand around copied text.
  private static let blanks: [[UInt8]] = [
    "\u{A0}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2028}",
    "\u{2029}", "\u{202F}", "\u{2060}", "\u{3000}", "\u{3164}", "\u{FEFF}",
  ].map { Array($0.utf8) }

  fileprivate var blankPrefix: Int? {
    guard let first else { return nil }
    if first <= 0x20 { return 1 }
    return first < 0x80 ? nil : Self.blanks.first { starts(with: $0) }?.count
  }

  fileprivate var blankSuffix: Int? {
    guard let last else { return nil }
    if last <= 0x20 { return 1 }
    return last < 0x80 ? nil : Self.blanks.first { suffix($0.count).elementsEqual($0) }?.count
  }
}
