/// White space around a value.
enum Blanks {
  /// What is white space at an end, as a regular expression of ECMA-262.
  static let pattern = #"[\s\u0000-\u0020\u200B\u2060\uFEFF]*"#

  /// A value without the white space at both ends.
  static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = value.first, let last = value.last else { return value }
    if isInk(first), isInk(last) { return value }
    let text = String(decoding: value, as: UTF8.self)
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return value.prefix(0) }
    return Array(text.utf8[start..<scalars.index(after: end)])[...]
  }

  // A byte of an ASCII character that is seen.
  private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  // Zero-width space, word joiner and byte order mark are as invisible as blanks.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x200B, 0x2060, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }
}
