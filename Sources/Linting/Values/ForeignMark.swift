/// Placeholders of other mail tools.
enum ForeignMark {
  private static let forms: [(open: [UInt8], close: [UInt8])] = [
    ("{{", "}}"), ("{%", "%}"), ("*|", "|*"), ("%%", "%%"), ("##", "##"), ("#{", "}"), ("[[", "]]"),
    ("<%", "%>"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Whether a byte begins one of the forms, which few do.
  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "#"),
      UInt8(ascii: "["), UInt8(ascii: "<"):
      true
    default: false
    }
  }

  /// The longest name that is looked for.
  private static let longest = 64

  /// Whether a text holds a complete one: marks around a word.
  static func isPresent(in text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex
    while let found = text[index...].firstIndex(where: opens) {
      index = found
      for form in forms where text[index...].starts(with: form.open) {
        if isWord(text[(index + form.open.count)...], before: form.close) { return true }
      }
      index += 1
    }
    return false
  }

  private static func isWord(_ text: ArraySlice<UInt8>, before close: [UInt8]) -> Bool {
    let text = text.drop { $0 == 0x20 }.prefix(longest)
    guard let first = text.first, isLetter(first) else { return false }
    let rest = text.drop { isLetter($0) || $0 == UInt8(ascii: ".") || isDigit($0) }
    return rest.drop { $0 == 0x20 }.starts(with: close)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte >= 0x80
      || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
