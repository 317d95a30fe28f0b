/// Why a value cannot stand where the template puts it.
public enum ValueObjection: Sendable, Hashable {
  /// A line break in the title.
  case lineBreak
  /// A control character other than tab and line breaks in the body, or any in the title.
  case controlCharacter
  /// `${` or `#{` in the title, where nothing can keep the service from reading it.
  case placeholderMark
  /// `.` or `..` as a step of a link's path.
  case dotSegment
}

extension ValueObjection {
  /// What is wrong with a value of the title.
  static func inTitle(_ value: ArraySlice<UInt8>) -> ValueObjection? {
    var previous: UInt8 = 0
    var twoBack: UInt8 = 0
    for byte in value {
      switch byte {
      case 0x0A...0x0D: return .lineBreak
      case 0..<0x20, 0x7F: return .controlCharacter
      case 0x85 where previous == 0xC2: return .lineBreak
      case 0x80...0x9F where previous == 0xC2: return .controlCharacter
      case 0xA8, 0xA9: if twoBack == 0xE2, previous == 0x80 { return .lineBreak }
      case UInt8(ascii: "{"):
        if previous == UInt8(ascii: "$") || previous == UInt8(ascii: "#") {
          return .placeholderMark
        }
      default: break
      }
      twoBack = previous
      previous = byte
    }
    return nil
  }

  /// Whether a value is `.` or `..`, also percent-encoded: addresses read both alike.
  static func isDotSegment(_ value: ArraySlice<UInt8>) -> Bool {
    guard (1...6).contains(value.count) else { return false }
    let text = String(decoding: value, as: UTF8.self).lowercased().replacing("%2e", with: ".")
    return text == "." || text == ".."
  }

  /// What is wrong with a value of the body, wherever it stands.
  static func inBody(_ value: ArraySlice<UInt8>) -> ValueObjection? {
    for byte in value {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F: return .controlCharacter
      default: continue
      }
    }
    return nil
  }
}
