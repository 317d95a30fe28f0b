/// Text made safe to print: control, format and direction characters become visible escapes.
public enum VisibleText {
  /// Replaces every character that could act on a terminal, a log or a reader's eye.
  public static func escaping(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      guard isHidden(scalar) else {
        visible.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\n": visible += "\\n"
      case "\r": visible += "\\r"
      case "\t": visible += "\\t"
      default: visible += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return visible
  }

  /// How many columns of a terminal a text takes: two for East Asian wide, none for combining.
  public static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Whether a character could act on a terminal, a log or a reader's eye.
  ///
  /// ZWJ and ZWNJ stay: names and emoji need them, and they cannot move other text.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // Most text is done with here.
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar.value != 0x200C && scalar.value != 0x200D
    default: return false
    }
  }
}
