import Composing
import Diagnostics

/// What a value is, roughly: enough to tell columns apart.
enum ValueKind: Int, CaseIterable, Sendable {
  case words
  case digits
  case date
  /// Letters and digits without a blank.
  case code
  case address
  case link

  /// The kind of a value; nil for what could be of any, such as a sentence with numbers in it.
  @inline(__always)
  init?(_ value: UnsafeBufferPointer<UInt8>, _ kinds: CellClass) {
    let bytes = kinds.intersection(.allBytes)
    if bytes.isSubset(of: .numeric) {
      guard bytes.contains(.digit) else { return nil }
      self = Self.isDate(value) ? .date : .digits
    } else if !bytes.contains(.digit), bytes.isSubset(of: .wordLike) {
      self = .words
    } else if bytes.isSubset(of: .codeLike) {
      self = .code
    } else if bytes.isSuperset(of: [.atSign, .point]), !bytes.contains(.space) {
      self = .address
    } else if value.starts(with: [0x68, 0x74, 0x74, 0x70]) {
      self = .link
    } else {
      return nil
    }
  }

  /// Whether a value made of digits and marks begins with a year and a mark.
  private static func isDate(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count >= 8, value.count <= 25 else { return false }
    return value[4] == UInt8(ascii: "-") || value[4] == UInt8(ascii: ".")
      || value[4] == UInt8(ascii: "/")
  }

  /// What sentences call values of the kind.
  var title: Message {
    switch self {
    case .words: Message("words", ko: "낱말")
    case .digits: Message("numbers", ko: "숫자")
    case .date: Message("dates", ko: "날짜")
    case .code: Message("codes", ko: "코드")
    case .address: Message("addresses", ko: "이메일 주소")
    case .link: Message("links", ko: "링크")
    }
  }
}

extension CellClass {
  fileprivate static var numeric: Self {
    [
      .digit, .space, .dash, .point, .colon, .slash, .comma, .plus,
    ]
  }
  fileprivate static var codeLike: Self { [.digit, .letter, .dash, .otherMark] }
  fileprivate static var wordLike: Self {
    [
      .letter, .space, .dash, .quote, .c2, .latin, .combining, .greek, .cyrillic, .e1, .e3, .han,
      .hangul, .other,
    ]
  }
}
