/// What escaping makes of each byte, whatever stands beside it.
///
/// Each byte is looked up and a whole word is written for it: which bytes stay cannot be foreseen,
/// and guessing wrong costs more than the word.
struct EscapeTable: Sendable {
  /// What one byte becomes, and what it shows of a value.
  struct Code: Sendable {
    /// Up to six bytes in the order of memory, how many they are, and the traits.
    private let word: UInt64

    private static let longest = 6

    fileprivate init(_ byte: UInt8, _ text: [UInt8]) {
      let rest = [UInt8](repeating: 0, count: Self.longest - text.count)
      let bytes = text + rest + [UInt8(text.count), ByteTraits.of(byte).rawValue]
      word = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// As memory has it; what lies behind the bytes that count may be written over.
    @inline(__always) var text: UInt64 { word.littleEndian }
    /// How many bytes count.
    @inline(__always) var count: Int { Int(truncatingIfNeeded: word >> 48 & 0xFF) }
    @inline(__always) var traits: ByteTraits {
      ByteTraits(rawValue: UInt8(truncatingIfNeeded: word >> 56))
    }
    /// The first of its bytes.
    var first: UInt8 { UInt8(truncatingIfNeeded: word) }
    /// The last of its bytes.
    var last: UInt8 { UInt8(truncatingIfNeeded: word >> UInt64(8 * (count - 1))) }
  }

  /// How many bytes are written for one, whatever it becomes.
  static let stride = MemoryLayout<UInt64>.size

  private let codes: [Code]

  /// Makes a table.
  ///
  /// - Parameter text: what a byte becomes; nil for one that stays.
  init(_ text: (UInt8) -> [UInt8]?) {
    codes = (UInt8.min...UInt8.max).map { Code($0, text($0) ?? [$0]) }
  }

  /// What a byte becomes.
  subscript(byte: UInt8) -> Code { codes[Int(byte)] }

  /// Hands over each byte's code in turn.
  ///
  /// - Returns: all that the bytes show.
  @inline(__always)
  func escape(_ value: UnsafeBufferPointer<UInt8>, _ take: (Code) -> Void) -> ByteTraits {
    codes.withUnsafeBufferPointer { codes in
      var traits: ByteTraits = []
      for byte in value {
        let code = codes[Int(byte)]
        take(code)
        traits.formUnion(code.traits)
      }
      return traits
    }
  }
}
