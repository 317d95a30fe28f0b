/// A name in lower case, packed so that it is found in a table without memory of its own.
struct CSSName: Hashable, ExpressibleByStringLiteral {
  /// The most bytes of a name; what is longer is in no table.
  static let limit = 32

  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Packs a name; nil for one that is too long or not ASCII.
  init?(_ name: ArraySlice<UInt8>) {
    guard name.count <= Self.limit else { return nil }
    for byte in name {
      // NUL would be the same as nothing.
      guard byte < 0x80, byte > 0 else { return nil }
      append(HTMLByte.lowered(byte))
    }
  }

  init(stringLiteral name: String) { self.init(known: name) }

  /// Packs a name of a table of ours.
  init(known name: String) {
    precondition(name.utf8.count <= Self.limit)
    for byte in name.utf8 { append(byte) }
  }

  private mutating func append(_ byte: UInt8) {
    words.0 = words.0 &<< 8 | words.1 &>> 56
    words.1 = words.1 &<< 8 | words.2 &>> 56
    words.2 = words.2 &<< 8 | words.3 &>> 56
    words.3 = words.3 &<< 8 | UInt64(byte)
  }

  static func == (left: Self, right: Self) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0 &* 31 &+ words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
