public import Markup
public import Templating

/// Why a value cannot stand where the template puts it.
public enum ValueObjection: Error, Sendable, Hashable {
  /// A line break in the title.
  case lineBreak
  /// A control character other than tab and line breaks in the body, or any in the title.
  case controlCharacter
  /// `${` or `#{` in the title, where nothing can keep the service from reading it.
  case placeholderMark
  /// `.` or `..` as a step of a link's path.
  case dotSegment
  /// More bytes in an attribute than `limit`.
  case tooLong(limit: Int)
  /// No value of a typed attribute.
  case grammar(AttributeGrammar)
  /// No address that the policy allows.
  case address(URLPolicy.Objection)
  /// Not the letters, digits, `-` and `.` of a host.
  case notHost
  /// No single word of CSS.
  case notCSS
  /// Nothing that a filter of the placeholder takes.
  case filter(FilterRefusal)
}

extension ValueObjection {
  /// The most bytes that a value may have in an attribute.
  static let attributeLimit = 8 * 1024

  /// What is wrong with a value of the title.
  static func inTitle(_ value: some Sequence<UInt8>) -> ValueObjection? {
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
  static func isDotSegment(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = value.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "%") else {
      return false
    }
    var rest = value[...]
    var dots = 0
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
      } else if rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
        rest = rest.dropFirst(3)
      } else {
        return false
      }
      dots += 1
    }
    return dots <= 2
  }
}
