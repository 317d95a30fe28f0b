/// What may be inserted into the host of an address.
public enum HostText {
  /// The most bytes of a host (RFC 1035 §2.3.4).
  public static let limit = 253

  /// Whether a value holds letters, digits, `-` and `.` alone, and at least one of them.
  ///
  /// An empty host would make a host of the path behind it, so that nothing is not accepted.
  public static func accepts(_ value: Span<UInt8>) -> Bool {
    !value.isEmpty && value.count <= limit
      && value.indices.allSatisfy { index in
        let byte = value[index]
        return HTMLByte.isAlphanumeric(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: ".")
      }
  }
}
