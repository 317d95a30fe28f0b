/// A tag or what stands between tags, with nothing of its text, in one byte.
struct MarkupShape: Hashable {
  /// What there is to tell apart.
  enum Kind: Hashable {
    case start(HTMLElement)
    case end(HTMLElement)
    /// A text or an element without contents.
    case leaf
  }

  private static let endBit: UInt8 = 0x80

  private let code: UInt8

  static let leaf = Self(code: 0x7F)

  static func start(_ element: HTMLElement) -> Self { Self(code: element.rawValue) }

  static func end(_ element: HTMLElement) -> Self { Self(code: element.rawValue | endBit) }

  var kind: Kind {
    guard let element = HTMLElement(rawValue: code & ~Self.endBit) else { return .leaf }
    return code & Self.endBit == 0 ? .start(element) : .end(element)
  }
}
