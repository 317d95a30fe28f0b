import Diagnostics

/// Words that exports write where there is no value.
enum MissingWord {
  /// Words that are no value in any list.
  private static let certain: Set<String> = [
    "null", "NULL", "nil", "undefined", "NaN", "(null)", "[object Object]", "#N/A", "#REF!",
    "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "-nan", "\\N", "<NA>", "NaT",
  ]

  /// Words that somebody may have meant.
  private static let likely: Set<String> = ["None", "N/A", "없음"]

  private static let longest = 15

  /// Length, first and last byte of each word, as one number.
  private static let shapes: [UInt32] = certain.union(likely).map { word in
    let bytes = Array(word.utf8)
    return shape(bytes.first ?? 0, bytes.last ?? 0, bytes.count)
  }

  private static func shape(_ first: UInt8, _ last: UInt8, _ count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: count) << 16 | UInt32(first) << 8 | UInt32(last)
  }

  /// Whether a value of that length with these ends may be such a word.
  @inline(__always)
  static func mayBe(_ first: UInt8, _ last: UInt8, _ count: Int) -> Bool {
    // First bytes cannot be foreseen, so that nothing branches on them.
    let firsts = (first < 0x40 ? marks : letters) & (first < 0x80 ? .max : 0)
    // Many words begin like "없음" and few end so.
    let isHangul: UInt64 = UInt16(first) << 8 | UInt16(last) == 0xEC8C ? 1 : 0
    return firsts &>> UInt64(first & 0x3F) & 1 | isHangul != 0 && isShape(first, last, count)
  }

  /// `#`, `(`, `-` and `<`.
  private static var marks: UInt64 { 1 << 0x23 | 1 << 0x28 | 1 << 0x2D | 1 << 0x3C }
  /// `N`, `[`, `\`, `n` and `u`, counted from `@`.
  private static var letters: UInt64 { 1 << 0x0E | 1 << 0x1B | 1 << 0x1C | 1 << 0x2E | 1 << 0x35 }

  @inline(never)
  private static func isShape(_ first: UInt8, _ last: UInt8, _ count: Int) -> Bool {
    first == UInt8(ascii: "#") && last == first
      || count <= longest && shapes.contains(shape(first, last, count))
  }

  /// How much a value that is such a word matters; nil for any other.
  static func severity(of value: ArraySlice<UInt8>) -> Severity? {
    if value.count >= 3, value.allSatisfy({ $0 == UInt8(ascii: "#") }) { return .error }
    guard value.count <= longest else { return nil }
    let word = String(decoding: value, as: UTF8.self)
    if certain.contains(word) { return .error }
    return likely.contains(word) ? .warning : nil
  }
}
