extension UInt8 {
  /// Whether it is one of `A` to `Z` or `a` to `z`.
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }

  /// Whether it is one of `0` to `9`.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether it is an ASCII letter or digit.
  var isLetterOrDigit: Bool { isLetter || isDigit }

  /// Whether it is one of `0` to `9`, `A` to `F` or `a` to `f`.
  var isHexDigit: Bool {
    isDigit || (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "f")
  }

  /// The lower-case form of an ASCII letter; anything else as it is.
  var lowered: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}

extension ArraySlice<UInt8> {
  /// Where a word that is not empty begins for the first time.
  func firstOffset(of word: [UInt8]) -> Int? {
    guard let first = word.first else { return nil }
    var index = startIndex
    while index + word.count <= endIndex {
      if self[index] == first, self[index...].starts(with: word) { return index }
      index += 1
    }
    return nil
  }

  /// Everywhere that a word stands, from left to right and without overlap.
  func offsets(of word: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    var rest = self
    while let offset = rest.firstOffset(of: word) {
      offsets.append(offset)
      rest = rest[(offset + word.count)...]
    }
    return offsets
  }

  /// The characters beyond ASCII with their bytes; what is no UTF-8 is passed over.
  func forEachScalarBeyondASCII(_ body: (Unicode.Scalar, Range<Int>) -> Void) {
    var index = startIndex
    while index < endIndex {
      let length = Self.length(of: self[index])
      guard length > 1, index + length <= endIndex else {
        index += 1
        continue
      }
      let range = index..<index + length
      if let scalar = Self.scalar(self[range]) {
        body(scalar, range)
        index += length
      } else {
        index += 1
      }
    }
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let lead = bytes.first, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else {
      return nil
    }
    var value = UInt32(lead & (0x7F >> UInt8(truncatingIfNeeded: bytes.count)))
    for byte in bytes.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value)
  }
}
