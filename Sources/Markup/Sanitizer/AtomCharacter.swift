/// The characters of Unicode's plane 15, which nobody else uses, as stand-ins for placeholders.
enum AtomCharacter {
  /// How many bytes of UTF-8 each has.
  static let length = 4
  /// The first byte of each, which also begins other characters.
  static let lead: UInt8 = 0xF3

  /// The bytes of the character for a placeholder's number.
  static func bytes(_ number: Int) -> [UInt8] {
    let low = UInt32(truncatingIfNeeded: number) & 0xFFFF
    return [
      lead, 0xB0 | UInt8(low >> 12), 0x80 | UInt8(low >> 6 & 0x3F), 0x80 | UInt8(low & 0x3F),
    ]
  }

  /// The number of the placeholder whose character text begins with; nil for other text.
  static func number(in text: ArraySlice<UInt8>) -> Int? {
    let character = text.prefix(length)
    let start = character.startIndex
    guard character.count == length, isAtom(lead: character[start], second: character[start &+ 1])
    else { return nil }
    return Int(character[start &+ 1] & 0x0F) << 12 | Int(character[start &+ 2] & 0x3F) << 6
      | Int(character[start &+ 3] & 0x3F)
  }

  /// Whether a character of plane 15 begins with two bytes.
  static func isAtom(lead first: UInt8, second: UInt8) -> Bool {
    first == lead && second >= 0xB0
  }

  /// Whether text holds a placeholder.
  static func isIn(_ text: some Collection<UInt8>) -> Bool {
    var isBehindLead = false
    for byte in text {
      if isBehindLead, byte >= 0xB0 { return true }
      isBehindLead = byte == lead
    }
    return false
  }

  /// Text without its placeholders.
  static func without(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      if byte == lead, number(in: rest) != nil {
        rest = rest.dropFirst(length)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
