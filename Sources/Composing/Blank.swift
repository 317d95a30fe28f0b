/// Tells values that a reader would see as nothing.
enum Blank {
  /// Whether a value is empty or holds white space and invisible fillers alone.
  static func isBlank(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return true }
    if first > 0x20, first < 0x80 { return false }
    if value.allSatisfy({ $0 <= 0x20 }) { return true }
    return String(decoding: value, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || fillers.contains(scalar.value)
    }
  }

  // Zero-width space, word joiner, Hangul fillers, Braille blank, byte order mark.
  private static let fillers: Set<UInt32> = [
    0x200B, 0x2060, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0xFEFF,
  ]
}
