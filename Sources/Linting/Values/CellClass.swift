/// Which kinds of bytes a value holds: one look at each byte tells which rules must look closer.
public struct CellClass: OptionSet, Sendable {
  /// One bit for each kind.
  public let rawValue: UInt64

  /// Takes the bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // MARK: ASCII

  static let digit = CellClass(bit: 0)
  /// A letter of ASCII.
  static let letter = CellClass(bit: 1)
  static let space = CellClass(bit: 2)
  static let dash = CellClass(bit: 3)
  static let point = CellClass(bit: 4)
  static let colon = CellClass(bit: 5)
  static let slash = CellClass(bit: 6)
  static let comma = CellClass(bit: 7)
  static let plus = CellClass(bit: 8)
  static let atSign = CellClass(bit: 9)
  static let ampersand = CellClass(bit: 10)
  static let percent = CellClass(bit: 11)
  static let lessThan = CellClass(bit: 12)
  static let dollar = CellClass(bit: 13)
  /// A byte that other mail tools open placeholders with.
  static let opener = CellClass(bit: 14)
  static let quote = CellClass(bit: 15)
  static let question = CellClass(bit: 16)
  /// Any other visible character of ASCII.
  static let otherMark = CellClass(bit: 17)
  /// A tab or a line break.
  static let breaks = CellClass(bit: 18)
  static let control = CellClass(bit: 19)

  // MARK: Beyond ASCII, by the first byte

  /// U+0080…00BF: controls, no-break space, soft hyphen.
  static let c2 = CellClass(bit: 20)
  /// U+00C0…02FF.
  static let latin = CellClass(bit: 21)
  /// U+0300…037F: combining marks.
  static let combining = CellClass(bit: 22)
  static let greek = CellClass(bit: 23)
  static let cyrillic = CellClass(bit: 24)
  /// U+1000…1FFF: conjoining jamo, more Latin and Greek.
  static let e1 = CellClass(bit: 25)
  /// U+2000…2FFF: punctuation, spaces, direction marks.
  static let e2 = CellClass(bit: 26)
  /// U+3000…3FFF: ideographic space, kana, compatibility jamo.
  static let e3 = CellClass(bit: 27)
  static let han = CellClass(bit: 28)
  static let hangul = CellClass(bit: 29)
  /// U+F000…FFFF: full-width forms, U+FEFF, U+FFFD.
  static let ef = CellClass(bit: 30)
  /// Everything else.
  static let other = CellClass(bit: 31)

  // MARK: More than bytes

  /// White space of ASCII at either end.
  static let outerSpace = CellClass(bit: 32)
  /// First byte, last byte and length are those of a word for "no value".
  static let missingWord = CellClass(bit: 33)
  /// The value cannot be written where the template puts it.
  static let refused = CellClass(bit: 34)
  /// The project says what values the parameter takes.
  static let constrained = CellClass(bit: 35)
  /// Of a parameter of a complete request that stands in an address.
  static let finalInURL = CellClass(bit: 36)
  /// Blanks in a row, of a parameter that stands in an attribute.
  static let innerRun = CellClass(bit: 37)
  /// Of a parameter of a complete request that stands in an attribute.
  static let finalInAttribute = CellClass(bit: 38)

  /// Bytes that a reader certainly sees, or that begin such a character.
  static let visible: CellClass = [
    .digit, .letter, .dash, .point, .colon, .slash, .comma, .plus, .atSign, .ampersand, .percent,
    .lessThan, .dollar, .opener, .quote, .question, .otherMark, .latin, .combining, .greek,
    .cyrillic, .han, .hangul, .other,
  ]
}

extension CellClass {
  /// All kinds that a value's bytes show.
  @inline(__always)
  static func of(
    _ value: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt64>
  ) -> CellClass {
    guard let first = value.first, let last = value.last else { return [] }
    var bits: UInt64 = 0
    for byte in value { bits |= table[Int(byte)] }
    var kinds = CellClass(rawValue: bits)
    if first <= 0x20 || last <= 0x20 { kinds.insert(.outerSpace) }
    if MissingWord.mayBe(first, last, value.count) { kinds.insert(.missingWord) }
    return kinds
  }

  /// Whether two blanks follow one another.
  static func hasRun(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in value {
      if byte == 0x20, previous == 0x20 { return true }
      previous = byte
    }
    return false
  }

  /// What each byte shows.
  static let table: [UInt64] = (UInt8.min...UInt8.max).map { of($0).rawValue }

  private static func of(_ byte: UInt8) -> CellClass {
    switch byte {
    case 0x09...0x0D: byte == 0x0B || byte == 0x0C ? [.breaks, .control] : .breaks
    case 0x20: .space
    case 0..<0x20, 0x7F: .control
    case 0..<0x80: ofASCII(byte)
    case 0x80...0xBF: []
    case 0xC2: .c2
    case 0xC3...0xCB: .latin
    case 0xCC: .combining
    case 0xCD: [.combining, .greek]
    case 0xCE, 0xCF: .greek
    case 0xD0...0xD4: .cyrillic
    case 0xE1: .e1
    case 0xE2: .e2
    case 0xE3: .e3
    case 0xE4...0xE9: .han
    case 0xEA...0xED: .hangul
    case 0xEF: .ef
    default: .other
    }
  }

  private static func ofASCII(_ byte: UInt8) -> CellClass {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "."): .point
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "@"): .atSign
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "<"): .lessThan
    case UInt8(ascii: "$"): .dollar
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "#"): .opener
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): .quote
    case UInt8(ascii: "?"): .question
    default: .otherMark
    }
  }
}
