/// Characters in which a reader sees nothing: white space, controls and fillers.
public enum InvisibleText {
  private static let ranges: [ClosedRange<UInt32>] = [
    // ASCII, next line, no-break space, Hangul fillers, Ogham space.
    0...0x20, 0x85...0x85, 0xA0...0xA0, 0x115F...0x1160, 0x1680...0x1680,
    // Spaces and zero-width space; no range may end in the first two, which normalization changes.
    0x2000...0x2000, 0x2001...0x2001, 0x2002...0x200B,
    // Separators, narrow and mathematical space, word joiner.
    0x2028...0x2029, 0x202F...0x202F, 0x205F...0x2060,
    // Braille blank, ideographic space, Hangul fillers, byte order mark.
    0x2800...0x2800, 0x3000...0x3000, 0x3164...0x3164, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0,
  ]

  /// Any number of them, as a regular expression of ECMA-262.
  ///
  /// What `\s` matches differs between dialects, so it is not made of that.
  public static let pattern = "[\(ranges.map(spelled).joined())]*"

  private static func spelled(_ range: ClosedRange<UInt32>) -> String {
    let ends = range.count == 1 ? [range.lowerBound] : [range.lowerBound, range.upperBound]
    return ends.map { scalar in
      let digits = String(scalar, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined(separator: "-")
  }

  /// Whether a character is one of them.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    // Most text is done with here.
    if scalar.value < 0x80 { return scalar.value <= 0x20 }
    return ranges.contains { $0.contains(scalar.value) }
  }

  /// A value without them at both ends.
  public static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = value.first, let last = value.last else { return value }
    if isInk(first), isInk(last) { return value }
    let text = String(decoding: value, as: UTF8.self)
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !contains($0) }),
      let end = scalars.lastIndex(where: { !contains($0) })
    else { return value.prefix(0) }
    return Array(text.utf8[start..<scalars.index(after: end)])[...]
  }

  // A byte of an ASCII character that is seen.
  private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
