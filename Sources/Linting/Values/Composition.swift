/// Tells characters that NFC writes as fewer scalars.
enum Composition {
  /// Letters that can be written in parts; strings are equal when they are canonically equivalent.
  private static let composed: Set<String> = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x386...0x3CE, 0x400...0x4F9, 0x1E00...0x1FFF, 0x3041...0x30FE,
    ]
    return Set(ranges.joined().compactMap { Unicode.Scalar($0).map { String(Character($0)) } })
  }()

  /// Whether bytes that all such texts hold are there: combining marks or conjoining jamo.
  static func mayBe(_ text: ArraySlice<UInt8>) -> Bool {
    var two: (UInt8, UInt8) = (0, 0)
    for byte in text {
      switch two.1 {
      case 0xCC, 0xCD: return true
      case 0xE1: if (0x84...0x87).contains(byte) { return true }
      case 0x82: if two.0 == 0xE3, byte == 0x99 || byte == 0x9A { return true }
      default: break
      }
      two = (two.1, byte)
    }
    return false
  }

  /// The first character of a text that is written in parts; nil where the text is composed.
  static func firstDecomposed(in text: String) -> Character? {
    text.first { $0.unicodeScalars.count > 1 && isDecomposed($0) }
  }

  private static func isDecomposed(_ character: Character) -> Bool {
    var previous: Unicode.Scalar?
    for scalar in character.unicodeScalars {
      if let previous, composes(previous, scalar) { return true }
      previous = scalar
    }
    return false
  }

  private static func composes(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch second.value {
    case 0x1161...0x1175: return (0x1100...0x1112).contains(first.value)
    case 0x11A8...0x11C2:
      return (0xAC00...0xD7A3).contains(first.value) && (first.value - 0xAC00).isMultiple(of: 28)
    case 0x300...0x36F, 0x3099, 0x309A:
      var pair = String(Character(first))
      pair.unicodeScalars.append(second)
      return composed.contains(pair)
    default: return false
    }
  }
}
