/// Writes a value as one part of an address: percent-encoded (RFC 3986 §2.1).
enum PercentEncoder {
  private static let hexDigits: StaticString = "0123456789ABCDEF"

  /// Encodes all but unreserved bytes and those that `keeps` names.
  @inline(__always)
  static func write(
    _ value: UnsafeBufferPointer<UInt8>, keeping keeps: (UInt8) -> Bool = { _ in false },
    to sink: inout some ByteSink
  ) {
    guard !isEncoded(value) else { return sink.append(value) }
    for byte in value {
      if byte.isUnreserved || keeps(byte) {
        sink.append(byte)
      } else {
        let digits = hexDigits.utf8Start
        sink.append((UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]))
      }
    }
  }

  /// Whether a value is percent-encoded throughout: unreserved bytes and at least one `%XX`.
  private static func isEncoded(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.contains(UInt8(ascii: "%")) else { return false }
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "%") {
        guard index + 2 < value.count, value[index + 1].isHexDigit, value[index + 2].isHexDigit
        else { return false }
        index += 3
      } else {
        guard value[index].isUnreserved else { return false }
        index += 1
      }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    let lower = self | 0x20
    return (self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9"))
      || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f"))
  }
}
