/// Text that was escaped for HTML or for an address before it came into the list.
enum WrittenReference {
  private static let names: Set<String> = [
    "amp", "lt", "gt", "quot", "apos", "nbsp", "copy", "reg", "trade", "hellip", "ndash", "mdash",
    "lsquo", "rsquo", "ldquo", "rdquo", "laquo", "raquo", "middot", "bull", "times", "deg", "euro",
    "pound", "yen", "cent", "sect", "para", "zwj", "zwnj", "shy", "ensp", "emsp", "thinsp", "szlig",
    "eacute", "egrave", "ecirc", "euml", "agrave", "aacute", "acirc", "auml", "ouml", "oacute",
    "uuml", "uacute", "iacute", "ntilde", "ccedil", "Auml", "Ouml", "Uuml", "Eacute",
  ]

  /// The first complete character reference: `&amp;`, `&#39;`, `&#x27;`.
  static func first(in text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(start + 1)...]
      guard let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { continue }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      if names.contains(name) || isNumber(name) { return "&\(name);" }
    }
    return nil
  }

  private static func isNumber(_ name: String) -> Bool {
    guard name.hasPrefix("#") else { return false }
    let digits = name.dropFirst()
    if let first = digits.first, first == "x" || first == "X" {
      return digits.count > 1 && digits.dropFirst().allSatisfy(\.isHexDigit)
    }
    return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether a text holds a percent-encoded character beyond ASCII, as no text does by chance.
  static func hasPercentEncoding(_ text: ArraySlice<UInt8>) -> Bool {
    func byte(at index: Int) -> UInt8? {
      guard index + 2 < text.endIndex, text[index] == UInt8(ascii: "%") else { return nil }
      return UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
    }
    return text.indices.contains { index in
      guard let lead = byte(at: index), (0xC3...0xF4).contains(lead),
        let next = byte(at: index + 3)
      else { return false }
      return (0x80...0xBF).contains(next)
    }
  }
}
