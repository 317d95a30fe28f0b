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

  /// First and last byte of each word, as one number.
  private static let ends: Set<UInt16> = Set(
    certain.union(likely).map { word in
      UInt16(word.utf8.first ?? 0) << 8 | UInt16(Array(word.utf8).last ?? 0)
    })

  /// Whether a value with these ends may be such a word.
  @inline(__always)
  static func mayBe(_ first: UInt8, _ last: UInt8, _ count: Int) -> Bool {
    guard count <= longest || first == UInt8(ascii: "#") else { return false }
    switch first {
    case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "u"), UInt8(ascii: "("),
      UInt8(ascii: "["), UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "\\"),
      UInt8(ascii: "<"), 0xEC:
      return ends.contains(UInt16(first) << 8 | UInt16(last))
        || first == UInt8(ascii: "#") && last == first
    default: return false
    }
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
