/// The classes of bytes that CSS Syntax Level 3 (§4.2) tells apart, and the marks of placeholders.
enum CSSByte {
  static let backslash = UInt8(ascii: "\\")
  static let quote = UInt8(ascii: "'")

  static func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }

  /// Whether a byte may begin a name; NUL counts, since it is read as U+FFFD.
  static func isNameStart(_ byte: UInt8) -> Bool {
    HTMLByte.isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 || byte == 0
  }

  static func isName(_ byte: UInt8) -> Bool { isASCIIName(byte) || byte >= 0x80 || byte == 0 }

  /// A letter, a digit, `-` or `_`: all that names are printed with.
  static func isASCIIName(_ byte: UInt8) -> Bool {
    HTMLByte.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// What no unquoted address holds besides quotes and `(`.
  static func isUnprintable(_ byte: UInt8) -> Bool {
    byte < 0x20 && !HTMLByte.isSpace(byte) && byte != 0 || byte == 0x7F
  }

  /// The code points that stand for placeholders: the characters of plane 15.
  static let atoms: ClosedRange<UInt32> = 0xF0000...0xFFFFD

  /// Whether four bytes are a placeholder in UTF-8.
  static func isAtom(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Bool {
    first == 0xF3 && second >= 0xB0 && second < 0xC0 && third >= 0x80 && third < 0xC0
      && fourth >= 0x80 && fourth < 0xC0
      && !(second == 0xBF && third == 0xBF && fourth >= 0xBE)
  }
}
