import Bytes
import Composing

/// What rules know of a value beyond its bytes.
extension CellClass {
  /// White space of ASCII at either end.
  static var outerSpace: Self { Self(bit: 32) }
  /// First byte, last byte and length are those of a word for "no value".
  static var missingWord: Self { Self(bit: 33) }
  /// The value cannot be written where the template puts it.
  static var refused: Self { Self(bit: 34) }
  /// The project says what values the parameter takes.
  static var constrained: Self { Self(bit: 35) }
  /// Of a parameter of a complete request that stands in an address.
  static var finalInURL: Self { Self(bit: 36) }
  /// Blanks in a row, of a parameter that stands in an attribute.
  static var innerRun: Self { Self(bit: 37) }
  /// Of a parameter of a complete request that stands in an attribute.
  static var finalInAttribute: Self { Self(bit: 38) }
  /// `<` and what makes it a tag, a comment or a declaration.
  static var tag: Self { Self(bit: 39) }
  /// `&` or `%` and what begins an escaped character.
  static var escape: Self { Self(bit: 40) }
  /// The two bytes that begin a placeholder, of ours or of other mail tools.
  static var placeholder: Self { Self(bit: 41) }

  // MARK: What a value shows by itself

  /// Bytes that a reader certainly sees, or that begin such a character.
  static var visible: Self {
    [
      .digit, .letter, .dash, .point, .colon, .slash, .comma, .plus, .atSign, .ampersand, .percent,
      .lessThan, .dollar, .opener, .quote, .question, .otherMark, .latin, .combining, .greek,
      .cyrillic, .han, .hangul, .other,
    ]
  }

  /// Adds what a value's ends show, and bytes that stand beside one another.
  @inline(__always)
  func with(shapeOf value: UnsafeBufferPointer<UInt8>) -> CellClass {
    guard !value.isEmpty else { return self }
    let (first, last) = (value[0], value[value.count &- 1])
    var kinds = self
    if !kinds.isDisjoint(with: .mayBeOuter), first <= 0x20 || last <= 0x20 {
      kinds.insert(.outerSpace)
    }
    if MissingWord.mayBe(first, last, value.count) { kinds.insert(.missingWord) }
    if !kinds.isDisjoint(with: .mayBePair) { kinds.formUnion(Self.pairs(in: value)) }
    return kinds
  }

  /// Bytes up to the space.
  private static var mayBeOuter: Self { [.space, .breaks, .control] }

  /// First bytes of pairs that some rule looks at.
  private static var mayBePair: Self { [.ampersand, .percent, .lessThan, .dollar, .opener] }

  @inline(never)
  private static func pairs(in value: UnsafeBufferPointer<UInt8>) -> CellClass {
    var kinds: CellClass = []
    for index in 1..<max(value.count, 1) { kinds.formUnion(pair(value[index &- 1], value[index])) }
    return kinds
  }

  @inline(__always)
  private static func pair(_ first: UInt8, _ second: UInt8) -> CellClass {
    func isOne(of bytes: StaticString) -> Bool {
      UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount).contains(second)
    }
    switch first {
    case UInt8(ascii: "&"): return isLetter(second) || isOne(of: "#") ? .escape : []
    case UInt8(ascii: "%"): return isLetter(second) ? .escape : isOne(of: "%") ? .placeholder : []
    case UInt8(ascii: "<"):
      return isLetter(second) || isOne(of: "/!?") ? .tag : isOne(of: "%") ? .placeholder : []
    case UInt8(ascii: "$"): return isOne(of: "{<") ? .placeholder : []
    case UInt8(ascii: "{"): return isOne(of: "{%") ? .placeholder : []
    case UInt8(ascii: "#"): return isOne(of: "#{") ? .placeholder : []
    case UInt8(ascii: "*"): return isOne(of: "|") ? .placeholder : []
    case UInt8(ascii: "["): return isOne(of: "[") ? .placeholder : []
    default: return []
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether two blanks follow one another.
  static func hasRun(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < value.count {
      let blanks = ByteWord.zeros(ByteWord.load(value, at: offset) ^ ByteWord.all(0x20))
      if blanks & blanks &>> 8 != 0 { return true }
      // The next word begins with this one's last byte.
      offset &+= ByteWord.size &- 1
    }
    return false
  }
}
