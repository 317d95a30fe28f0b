/// What a parameter may be called: a letter of any script or `_`, then also digits, `_`, `-`, `.`.
public enum NameGrammar {
  /// Whether a whole word is a name.
  public static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, starts(first) else { return false }
    return word.unicodeScalars.allSatisfy(continues)
  }

  /// Whether a name is spelled with ASCII letters, digits and `_` alone, as the service's are.
  public static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, isPlainStart(first) else { return false }
    return name.utf8.allSatisfy { isPlainStart($0) || $0.isDigit }
  }

  /// How many bytes the name at an offset has; 0 where no name starts.
  static func length(in bytes: [UInt8], at offset: Int) -> Int {
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isInside = byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        guard isPlainStart(byte) || (index > offset && isInside) else { break }
        index += 1
        continue
      }
      guard let (scalar, length) = decode(bytes, at: index),
        index == offset ? starts(scalar) : continues(scalar)
      else { break }
      index += length
    }
    return index - offset
  }

  static func starts(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ".", "0"..."9": return true
    default:
      if starts(scalar) { return true }
      switch scalar.properties.generalCategory {
      case .decimalNumber, .nonspacingMark, .spacingMark: return true
      default: return false
      }
    }
  }

  private static func isPlainStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_")
  }

  private static func decode(_ bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, Int)? {
    let length = bytes[offset] >= 0xF0 ? 4 : bytes[offset] >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return nil }
    var iterator = bytes[offset..<offset + length].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, length)
  }
}
