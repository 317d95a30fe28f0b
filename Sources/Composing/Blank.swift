import Templating

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
        guard InvisibleText.contains(scalar) else { return false }
      }
    }
  }

  /// Whether a value is blank, given what a look at its bytes showed.
  @inline(__always)
  static func isBlank(_ value: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits) -> Bool {
    !traits.contains(.visible) && isBlank(value)
  }
}
