/// The classes of bytes that the HTML Standard's tokenizer tells apart.
enum HTMLByte {
  /// Stands for a placeholder: no byte of UTF-8, so every state takes it for "anything else".
  static let atom: UInt8 = 0xFF

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return folded >= UInt8(ascii: "a") && folded <= UInt8(ascii: "z")
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
  }

  /// What a hexadecimal digit counts.
  static func hexValue(_ digit: UInt8) -> UInt8 { digit & 0xF &+ (isDigit(digit) ? 0 : 9) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// A byte that ends a tag's name: white space, `/`, `>`.
  static func endsTagName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// A name as text, ASCII-lower-cased.
  static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let isLower = !bytes.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    // Copied as it lies, which is many times faster and by far the most frequent.
    if isLower { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.lazy.map(lowered), as: UTF8.self)
  }
}
