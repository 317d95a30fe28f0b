/// The names of character references and the characters they stand for (HTML Standard §13.5).
enum CharacterNames {
  /// How many letters and digits the longest name has.
  static let longest = 31
  /// How many letters and digits the names have that work without `;`.
  static let lengthsWithoutEnd = 2..<7

  /// The characters of a name, `;` included; nil for an unknown name.
  ///
  /// Found by halving the table's text, so that nothing has to be built first.
  static func characters(of name: ArraySlice<UInt8>) -> String? {
    let text = table.utf8Span.span
    let name = name.span
    var low = 0
    var high = text.count
    while low < high {
      var start = (low &+ high) / 2
      while start > low, !HTMLByte.isSpace(text[start &- 1]) { start &-= 1 }
      var place = start
      var index = 0
      while index < name.count, name[index] == text[place] {
        index &+= 1
        place &+= 1
      }
      let isEnd = text[place] == UInt8(ascii: "=")
      if isEnd, index == name.count { return characters(in: text, from: place &+ 1) }
      if !isEnd, (index < name.count ? name[index] : 0) < text[place] {
        high = start
      } else {
        while place < high, !HTMLByte.isSpace(text[place]) { place &+= 1 }
        low = place &+ 1
      }
    }
    return nil
  }

  /// The characters whose numbers begin at a place in the table.
  private static func characters(in text: Span<UInt8>, from start: Int) -> String {
    var characters = ""
    var number: UInt32 = 0
    for place in start...text.count {
      let byte = place < text.count ? text[place] : UInt8(ascii: " ")
      if HTMLByte.isAlphanumeric(byte) {
        number = number &* 16 &+ UInt32(HTMLByte.hexValue(byte))
        continue
      }
      if let scalar = Unicode.Scalar(number) { characters.unicodeScalars.append(scalar) }
      number = 0
      if HTMLByte.isSpace(byte) { break }
    }
    return characters
  }
}
