/// What a value asks of a layout: its width, its longest word, and what fonts and lines stumble on.
struct ValueShape {
  /// Columns, two for East Asian wide characters, none for marks that combine.
  private(set) var width = 0
  /// The columns of the longest stretch that no line can be broken in.
  private(set) var longestWord = 0
  private(set) var digits = 0
  /// Characters of scripts that are written from right to left.
  private(set) var rightToLeft = 0
  /// Pictures; those joined from several count for more.
  private(set) var emoji = 0
  private(set) var combining = 0
  /// 1 for a value that is absent or that nobody would see.
  private(set) var empty = 0

  private var word = 0

  /// The shape of nothing, to which others are added.
  init() {}

  /// The shape of one value; of nil where it is missing.
  init(_ value: UnsafeBufferPointer<UInt8>?) {
    var index = 0
    let bytes = value ?? UnsafeBufferPointer(start: nil, count: 0)
    while index < bytes.count {
      if bytes[index] < 0x80 {
        add(ascii: bytes[index])
        index += 1
      } else {
        index += add(Self.scalar(bytes, at: index))
      }
    }
    longestWord = max(longestWord, word)
    empty = width == 0 ? 1 : 0
  }

  /// Adds another value's shape: sums, and the longer of the longest words.
  mutating func add(_ other: ValueShape) {
    width += other.width
    longestWord = max(longestWord, other.longestWord)
    digits += other.digits
    rightToLeft += other.rightToLeft
    emoji += other.emoji
    combining += other.combining
    empty += other.empty
  }

  private mutating func add(ascii byte: UInt8) {
    width += 1
    if byte == 0x20 || byte == UInt8(ascii: "-") || byte == 0x09 || byte == 0x0A {
      longestWord = max(longestWord, word)
      word = 0
      // Blanks alone are nothing that anybody would see.
      if byte != UInt8(ascii: "-"), width == 1 { width = 0 }
      return
    }
    word += 1
    if byte >= 0x30 && byte <= 0x39 { digits += 1 }
  }

  /// Adds a character beyond ASCII.
  ///
  /// - Returns: how many bytes it has.
  private mutating func add(_ character: (scalar: UInt32, length: Int)) -> Int {
    let scalar = character.scalar
    switch scalar {
    // Hangul, which most of these are.
    case 0xAC00...0xD7A3: extend(by: 2)
    case 0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE20...0xFE2F, 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x0900...0x0903, 0x093A...0x094F:
      combining += 1
    case 0x064B...0x065F, 0x0591...0x05BD:
      combining += 1
      rightToLeft += 1
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      rightToLeft += 1
      extend(by: 1)
    case 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: emoji += 10
    case 0x1F1E6...0x1F1FF:
      emoji += 5
      extend(by: 1)
    case 0x2600...0x27BF, 0x1F300...0x1FAFF:
      emoji += 1
      extend(by: 2)
    case 0x00A0, 0x200B, 0x200C, 0x2060, 0xFEFF, 0x00AD: break
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      extend(by: 2)
    default: extend(by: 1)
    }
    return character.length
  }

  private mutating func extend(by columns: Int) {
    width += columns
    word += columns
  }

  /// The character at an offset of sound UTF-8; a damaged one counts as one byte.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
