/// Tells values that a reader would see as nothing.
public enum Blank {
  /// Whether a value is empty or holds white space and invisible fillers alone.
  public static func isBlank(_ value: some Sequence<UInt8>) -> Bool {
    for byte in value where ByteTraits.of(byte).contains(.visible) { return false }
    var iterator = value.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return true
      case .error: return false
      case .scalarValue(let scalar):
        guard scalar.value <= 0x20 || isInvisible(scalar) else { return false }
      }
    }
  }

  /// Whether a value is blank, given what a look at its bytes showed.
  @inline(__always)
  static func isBlank(_ value: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits) -> Bool {
    !traits.contains(.visible) && isBlank(value)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 && (scalar.properties.isWhitespace || fillers.contains(scalar.value))
  }

  // Zero-width space, word joiner, Hangul fillers, Braille blank, byte order mark.
  private static let fillers: Set<UInt32> = [
    0x200B, 0x2060, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0xFEFF,
  ]
}
