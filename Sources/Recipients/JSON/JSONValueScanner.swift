/// Finds the end of one JSON value by brackets and strings alone.
struct JSONValueScanner {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Takes the next byte; true when it closes the outermost bracket.
  mutating func accept(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      return depth <= 0
    default: break
    }
    return false
  }

  /// Whether nothing is open.
  var isOutside: Bool { depth == 0 && !isInString }
}
