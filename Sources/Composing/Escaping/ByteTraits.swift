/// What one look at each byte of a value shows: enough to leave most values alone.
struct ByteTraits: OptionSet {
  let rawValue: UInt8

  /// A byte that HTML text or the service may read as more than text.
  static let markup = ByteTraits(rawValue: 1)
  /// A control character but tab, line feed and carriage return.
  static let control = ByteTraits(rawValue: 2)
  /// A tab or a line break.
  static let breaks = ByteTraits(rawValue: 4)
  /// A byte that begins a character a reader certainly sees.
  static let visible = ByteTraits(rawValue: 8)
  /// A byte that an address does not hold as it is (RFC 3986 §2.3).
  static let reserved = ByteTraits(rawValue: 16)
  /// A byte that begins the control characters and line separators beyond ASCII.
  static let mayBreak = ByteTraits(rawValue: 32)
  /// `%`, with which an address may be encoded already.
  static let percent = ByteTraits(rawValue: 64)

  /// A sign that may begin or end a mark of the service: `$`, `#`, `{`.
  static let sign = ByteTraits(rawValue: 128)

  /// All that a value's bytes show.
  @inline(__always)
  static func of(_ value: UnsafeBufferPointer<UInt8>) -> ByteTraits {
    table.withUnsafeBufferPointer { table in
      var traits: UInt8 = 0
      for byte in value { traits |= table[Int(byte)] }
      return ByteTraits(rawValue: traits)
    }
  }

  /// What one byte shows.
  @inline(__always)
  static func of(_ byte: UInt8) -> ByteTraits {
    table.withUnsafeBufferPointer { ByteTraits(rawValue: $0[Int(byte)]) }
  }

  private static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    var traits: ByteTraits = []
    if "&<>\"'`$#{".utf8.contains(byte) { traits.insert(.markup) }
    if "$#{".utf8.contains(byte) { traits.insert(.sign) }
    if byte == UInt8(ascii: "%") { traits.insert(.percent) }
    switch byte {
    case 0x09, 0x0A, 0x0D: traits.insert(.breaks)
    case 0..<0x20, 0x7F: traits.insert(.control)
    case 0xC2, 0xE2: traits.insert(.mayBreak)
    default: break
    }
    if !byte.isUnreserved { traits.insert(.reserved) }
    if isVisible(byte) { traits.insert(.visible) }
    return traits.rawValue
  }

  /// White space and fillers beyond ASCII begin with C2, E1, E2, E3 and EF (see `Blank`).
  private static func isVisible(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x7F, 0xC3...0xE0, 0xE4...0xEE, 0xF0...0xF4: true
    default: false
    }
  }
}

extension UInt8 {
  /// RFC 3986 §2.3: letters, digits, `-`, `.`, `_`, `~`.
  var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
