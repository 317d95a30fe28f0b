/// Writes a value as one part of an address: percent-encoded (RFC 3986 §2.1).
enum PercentEncoder {
  /// One part of an address: unreserved bytes stay.
  private static let part = EscapeTable { $0.isUnreserved ? nil : encoded($0) }
  /// A mailbox or a number: `@` and `+` stay as well.
  private static let contact = EscapeTable {
    $0.isUnreserved || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "+") ? nil : encoded($0)
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// Encodes all but unreserved bytes.
  @inline(__always)
  static func encode(_ value: UnsafeBufferPointer<UInt8>, to sink: inout some ByteSink) {
    _ = sink.append(value, escapedBy: part)
  }

  /// Encodes a value that shows something and holds neither a control character nor what may be
  /// encoded already, and is no step of a path to elsewhere.
  ///
  /// - Returns: false for any other; then what was written means nothing.
  @inline(__always)
  static func writePlain(
    _ value: UnsafeBufferPointer<UInt8>, to sink: inout some ByteSink
  ) -> Bool {
    let traits = sink.append(value, escapedBy: part)
    return traits.contains(.visible) && traits.isDisjoint(with: [.control, .percent])
      && value.first != UInt8(ascii: ".")
  }

  /// Encodes all but unreserved bytes; a value that is encoded throughout stays.
  @inline(__always)
  static func write(
    _ value: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, to sink: inout some ByteSink
  ) {
    if !traits.contains(.reserved) || traits.contains(.percent) && isEncoded(value) {
      sink.append(value)
    } else {
      encode(value, to: &sink)
    }
  }

  /// Encodes as for a mailbox or a number: `@` and `+` stay as well.
  static func writeContact(
    _ value: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, to sink: inout some ByteSink
  ) {
    if traits.contains(.percent), isEncoded(value) { return sink.append(value) }
    _ = sink.append(value, escapedBy: contact)
  }

  /// Whether a value is percent-encoded throughout: unreserved bytes and at least one `%XX`.
  private static func isEncoded(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
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
