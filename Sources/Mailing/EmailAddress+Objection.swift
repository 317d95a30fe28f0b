extension EmailAddress {
  /// Why a text is no address.
  public enum Objection: Sendable, Hashable {
    /// There is nothing.
    case empty
    /// So many bytes, which are too many.
    case tooLong(Int)
    /// So many bytes before the `@`, which are too many.
    case localTooLong(Int)
    /// A part of the domain over 63 bytes.
    case labelTooLong
    /// No `@`.
    case missingSign
    /// Nothing before the `@`.
    case emptyLocal
    /// Nothing behind the `@`.
    case emptyDomain
    /// Two dots in a row, or one at an end.
    case dots
    /// A part of the domain with `-` at an end.
    case hyphen
    /// A domain without a dot.
    case missingDot
    /// A number in brackets in place of a domain.
    case literal
    /// A quote before the `@` that is not closed.
    case openQuote
    /// A byte that cannot stand where it does.
    case character(UInt8)
  }

  /// A reason in both languages.
  public typealias Reason = (english: String, korean: String)
}

extension EmailAddress.Objection {
  /// The objection in words.
  public var reason: EmailAddress.Reason {
    switch self {
    case .empty: ("it is empty", "비어 있습니다")
    case .tooLong: ("it is over 254 bytes", "254바이트를 넘습니다")
    case .localTooLong: ("more than 64 bytes stand before '@'", "'@' 앞이 64바이트를 넘습니다")
    case .labelTooLong: ("a part of the domain is over 63 bytes", "도메인의 한 부분이 63바이트를 넘습니다")
    case .missingSign: ("'@' is missing", "'@'가 없습니다")
    case .emptyLocal: ("nothing stands before '@'", "'@' 앞이 비어 있습니다")
    case .emptyDomain: ("nothing stands behind '@'", "'@' 뒤가 비어 있습니다")
    case .dots: ("two dots in a row, or one at an end", "점이 잇달아 있거나 끝에 있습니다")
    case .hyphen:
      ("a part of the domain begins or ends with '-'", "도메인의 한 부분이 '-'로 시작하거나 끝납니다")
    case .missingDot: ("the domain has no dot", "도메인에 점이 없습니다")
    case .literal: ("a number stands for the domain", "도메인 대신 숫자 주소가 있습니다")
    case .openQuote: ("a quote is not closed before '@'", "'@' 앞의 따옴표가 닫히지 않았습니다")
    case .character(let byte): Self.reason(byte)
    }
  }

  private static func reason(_ byte: UInt8) -> EmailAddress.Reason {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"):
      ("one bare address is wanted, without name or list", "이름이나 목록 없이 주소 하나만 써야 합니다")
    case UInt8(ascii: "@"): ("there are two '@'", "'@'가 둘입니다")
    case 0..<0x21, 0x7F: ("it holds a blank or control character", "빈칸이나 제어 문자가 있습니다")
    case 0x80...: ("it holds a character outside ASCII", "ASCII가 아닌 문자가 있습니다")
    default:
      (
        "it holds '\(Character(UnicodeScalar(byte)))'",
        "'\(Character(UnicodeScalar(byte)))' 문자가 있습니다"
      )
    }
  }
}
