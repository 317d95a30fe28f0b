/// What may be inserted where CSS expects a value: one word that cannot be more than a word.
public enum CSSValue {
  /// The most bytes of a value.
  public static let limit = 64

  /// Whether a value is `#` with hexadecimal digits, an identifier, or a number with or without a
  /// unit; the empty one is accepted too.
  public static func accepts(_ value: Span<UInt8>) -> Bool {
    guard value.count <= limit else { return false }
    guard !value.isEmpty else { return true }
    return isHexadecimal(value) || isIdentifier(value) || isNumber(value)
  }

  /// `#` may stand in the template, and quirks mode needs none, so that digits alone will do.
  private static func isHexadecimal(_ value: Span<UInt8>) -> Bool {
    let start = value[0] == UInt8(ascii: "#") ? 1 : 0
    return (3...8).contains(value.count &- start)
      && value.indices.dropFirst(start).allSatisfy { HTMLByte.isHexDigit(value[$0]) }
  }

  /// A name of ASCII letters, digits, `-` and `_` that does not begin like a custom property.
  private static func isIdentifier(_ value: Span<UInt8>) -> Bool {
    let start = value[0] == UInt8(ascii: "-") ? 1 : 0
    guard value.count > start, HTMLByte.isLetter(value[start]) || value[start] == UInt8(ascii: "_")
    else { return false }
    return value.indices.dropFirst(start).allSatisfy { index in
      let byte = value[index]
      return HTMLByte.isAlphanumeric(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
  }

  private static func isNumber(_ value: Span<UInt8>) -> Bool {
    guard let end = endOfNumber(value) else { return false }
    let unit = value.indices.dropFirst(end)
    if unit.count == 1, value[end] == UInt8(ascii: "%") { return true }
    return unit.count <= 7 && unit.allSatisfy { HTMLByte.isLetter(value[$0]) }
  }

  /// Where the number at the beginning of a value ends: a sign, digits, at most one dot in them.
  static func endOfNumber(_ value: Span<UInt8>) -> Int? {
    var index = 0
    var digits = 0
    var hasDot = false
    if value[0] == UInt8(ascii: "-") || value[0] == UInt8(ascii: "+") { index = 1 }
    while index < value.count {
      if HTMLByte.isDigit(value[index]) {
        digits &+= 1
      } else if value[index] == UInt8(ascii: "."), !hasDot {
        hasDot = true
      } else {
        break
      }
      index &+= 1
    }
    return digits > 0 && value[index &- 1] != UInt8(ascii: ".") ? index : nil
  }
}
