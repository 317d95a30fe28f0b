/// White space as mails have it, with the characters that take room and show nothing.
enum BlankText {
  /// Whether a character shows nothing.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value <= 0x20 || scalar.value == 0x7F }
    switch scalar.value {
    case 0xA0, 0xAD, 0x034F, 0x061C, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800,
      0x3000, 0xFE00...0xFE0F, 0xFEFF:
      return true
    default: return false
    }
  }

  /// Whether a text shows nothing.
  static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isBlank) }

  /// A text without blank characters at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// A text with one space in the place of each run of blank characters.
  static func folded(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: isBlank).map { String($0) }.joined(separator: " ")
  }
}
