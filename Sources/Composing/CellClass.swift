import Bytes

/// Which kinds of bytes a value holds: one look at each byte tells how it is written and who must look
/// closer.
public struct CellClass: OptionSet, Sendable {
  /// One bit for each kind.
  public let rawValue: UInt64

  /// Takes the bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// One kind; whoever knows more of a value than its bytes takes bits from 32 to 55 for that.
  @inlinable public init(bit: UInt64) { rawValue = 1 << bit }

  /// All that bytes alone show.
  @inlinable public static var allBytes: Self { Self(rawValue: 0xFFFF_FFFF) }

  // MARK: ASCII

  /// `0` to `9`.
  @inlinable public static var digit: Self { Self(bit: 0) }
  /// A letter of ASCII.
  @inlinable public static var letter: Self { Self(bit: 1) }
  /// The space.
  @inlinable public static var space: Self { Self(bit: 2) }
  /// `-`.
  @inlinable public static var dash: Self { Self(bit: 3) }
  /// `.`.
  @inlinable public static var point: Self { Self(bit: 4) }
  /// `:`.
  @inlinable public static var colon: Self { Self(bit: 5) }
  /// `/`.
  @inlinable public static var slash: Self { Self(bit: 6) }
  /// `,`.
  @inlinable public static var comma: Self { Self(bit: 7) }
  /// `+`.
  @inlinable public static var plus: Self { Self(bit: 8) }
  /// `@`.
  @inlinable public static var atSign: Self { Self(bit: 9) }
  /// `&`.
  @inlinable public static var ampersand: Self { Self(bit: 10) }
  /// `%`.
  @inlinable public static var percent: Self { Self(bit: 11) }
  /// `<`.
  @inlinable public static var lessThan: Self { Self(bit: 12) }
  /// `$`.
  @inlinable public static var dollar: Self { Self(bit: 13) }
  /// A byte that other mail tools open placeholders with.
  @inlinable public static var opener: Self { Self(bit: 14) }
  /// A quote of either kind, or a back-tick.
  @inlinable public static var quote: Self { Self(bit: 15) }
  /// `?`.
  @inlinable public static var question: Self { Self(bit: 16) }
  /// Any other visible character of ASCII.
  @inlinable public static var otherMark: Self { Self(bit: 17) }
  /// A tab or a line break.
  @inlinable public static var breaks: Self { Self(bit: 18) }
  /// A control character that is no tab or line break.
  @inlinable public static var control: Self { Self(bit: 19) }

  // MARK: Beyond ASCII, by the first byte

  /// U+0080…00BF: controls, no-break space, soft hyphen.
  @inlinable public static var c2: Self { Self(bit: 20) }
  /// U+00C0…02FF.
  @inlinable public static var latin: Self { Self(bit: 21) }
  /// U+0300…037F: combining marks.
  @inlinable public static var combining: Self { Self(bit: 22) }
  /// U+0370…03FF.
  @inlinable public static var greek: Self { Self(bit: 23) }
  /// U+0400…053F.
  @inlinable public static var cyrillic: Self { Self(bit: 24) }
  /// U+1000…1FFF: conjoining jamo, more Latin and Greek.
  @inlinable public static var e1: Self { Self(bit: 25) }
  /// U+2000…2FFF: punctuation, spaces, direction marks.
  @inlinable public static var e2: Self { Self(bit: 26) }
  /// U+3000…3FFF: ideographic space, kana, compatibility jamo.
  @inlinable public static var e3: Self { Self(bit: 27) }
  /// U+4000…9FFF.
  @inlinable public static var han: Self { Self(bit: 28) }
  /// U+A000…DFFF: Hangul syllables and what stands beside them.
  @inlinable public static var hangul: Self { Self(bit: 29) }
  /// U+F000…FFFF: full-width forms, U+FEFF, U+FFFD.
  @inlinable public static var ef: Self { Self(bit: 30) }
  /// Everything else.
  @inlinable public static var other: Self { Self(bit: 31) }
}

extension CellClass {
  /// How much of a value's memory is read, however short it is.
  static let block = ByteWord.size

  /// All kinds that a value's bytes show.
  ///
  /// - Parameters:
  ///   - value: the value; a block of memory from its beginning must be readable.
  ///   - table: the table.
  /// - Returns: the kinds.
  @inline(__always)
  static func of(
    _ value: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt64>
  ) -> CellClass {
    guard let base = value.baseAddress, !value.isEmpty else { return [] }
    if value.count < block { return ofShort(base, value.count, table) }
    var bits: UInt64 = 0
    @inline(__always) func look(at bytes: UnsafePointer<UInt8>) {
      for index in 0..<block { bits |= table[Int(bytes[index])] }
    }
    // The last block may overlap the one before it.
    for offset in stride(from: 0, to: value.count &- block, by: block) { look(at: base + offset) }
    look(at: base + (value.count &- block))
    return CellClass(rawValue: bits)
  }

  /// What lies behind the value is taken for its first byte once more.
  @inline(__always)
  private static func ofShort(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ table: UnsafeBufferPointer<UInt64>
  ) -> CellClass {
    let value = ByteWord.mask(ofFirst: count)
    var word = ByteWord.load(base) & value | ByteWord.all(base[0]) & ~value
    var bits: UInt64 = 0
    for _ in 0..<block {
      bits |= table[Int(truncatingIfNeeded: word & 0xFF)]
      word >>= 8
    }
    return CellClass(rawValue: bits)
  }

  /// All kinds that a value's bytes show, wherever it lies.
  public static func of(_ value: UnsafeBufferPointer<UInt8>) -> CellClass {
    CellClass(rawValue: value.reduce(0) { $0 | table[Int($1)] })
  }

  /// What escapers ask of the bytes.
  var traits: ByteTraits { ByteTraits(rawValue: UInt8(truncatingIfNeeded: rawValue >> 56)) }

  /// What each byte shows, its traits in the highest bits.
  static let table: [UInt64] = (UInt8.min...UInt8.max).map {
    of($0).rawValue | UInt64(ByteTraits.of($0).rawValue) << 56
  }

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
