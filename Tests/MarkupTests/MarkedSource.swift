import Markup

/// A text whose placeholders are found by their marks, well enough for tests.
struct MarkedSource {
  let bytes: [UInt8]
  let atoms: [Range<Int>]

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var atoms: [Range<Int>] = []
    var place = 0
    while place &+ 1 < bytes.count {
      let closing: UInt8
      switch (bytes[place], bytes[place &+ 1]) {
      case (UInt8(ascii: "$"), UInt8(ascii: "<")): closing = UInt8(ascii: ">")
      case (UInt8(ascii: "$"), UInt8(ascii: "{")): closing = UInt8(ascii: "}")
      default:
        place &+= 1
        continue
      }
      guard let end = bytes[place...].firstIndex(of: closing) else { break }
      atoms.append(place..<end &+ 1)
      place = end &+ 1
    }
    self.atoms = atoms
  }

  var scan: MarkupScan { MarkupScan(of: bytes, atoms: atoms) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
