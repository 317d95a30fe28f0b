/// The characters of an attribute's value without their character references.
///
/// Only numeric references below U+0080 and the names of ASCII punctuation are decoded: nothing
/// else can change the parts of an address or a style.
enum AttributeText {
  private static let names: [(name: String, byte: UInt8)] = [
    ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("colon", 0x3A),
    ("sol", 0x2F), ("bsol", 0x5C), ("quest", 0x3F), ("num", 0x23), ("lpar", 0x28), ("rpar", 0x29),
    ("semi", 0x3B), ("lbrace", 0x7B), ("lcub", 0x7B), ("rbrace", 0x7D), ("rcub", 0x7D),
    ("ast", 0x2A), ("midast", 0x2A), ("commat", 0x40), ("period", 0x2E), ("excl", 0x21),
    ("percnt", 0x25), ("equals", 0x3D), ("plus", 0x2B), ("comma", 0x2C), ("lowbar", 0x5F),
    ("Tab", 0x09), ("NewLine", 0x0A),
  ]

  /// Hands over each character of a range that ends before the next placeholder.
  static func forEach(_ bytes: [UInt8], in range: Range<Int>, _ body: (UInt8) -> Void) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      place &+= 1
      if byte == UInt8(ascii: "&"), let found = reference(bytes[place..<range.upperBound]) {
        body(found.byte)
        place &+= found.length
      } else {
        body(byte)
      }
    }
  }

  private static func reference(_ text: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
    if text.first == UInt8(ascii: "#") { return number(text.dropFirst()) }
    let name = text.prefix(while: HTMLByte.isAlphanumeric)
    let next = text[name.endIndex...].first
    if next == UInt8(ascii: ";") {
      let known = names.first { name.elementsEqual($0.name.utf8) }
      return known.map { ($0.byte, name.count &+ 1) }
    }
    // The oldest names work without `;`, but not in front of `=`.
    guard next != UInt8(ascii: "=") else { return nil }
    let known = names.prefix(4).first { name.elementsEqual($0.name.utf8) }
    return known.map { ($0.byte, name.count) }
  }

  private static func number(_ text: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
    let isHex = text.first.map(HTMLByte.lowered) == UInt8(ascii: "x")
    let digits = text.dropFirst(isHex ? 1 : 0).prefix { byte in
      HTMLByte.isDigit(byte) || isHex && HTMLByte.isHexLetter(byte)
    }
    let number = String(decoding: digits, as: UTF8.self)
    guard let value = UInt32(number, radix: isHex ? 16 : 10), value < 0x80 else { return nil }
    let hasEnd = text[digits.endIndex...].first == UInt8(ascii: ";")
    let length = digits.count &+ (isHex ? 2 : 1) &+ (hasEnd ? 1 : 0)
    return (UInt8(truncatingIfNeeded: value), length)
  }
}
