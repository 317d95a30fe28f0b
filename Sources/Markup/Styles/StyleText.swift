/// CSS as it lies in a text, its character references decoded, and the way back to the text.
struct StyleText {
  let bytes: [UInt8]
  private let start: Int
  /// Where each byte stands in the text, and where it ends; empty where nothing was decoded.
  private var places: [Int] = []

  init(_ range: Range<Int>, of text: [UInt8], isAttribute: Bool) {
    start = range.lowerBound
    let written = text[range]
    guard isAttribute, written.contains(UInt8(ascii: "&")) else {
      bytes = Array(written)
      return
    }
    var decoded: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if text[place] == UInt8(ascii: "&"),
        let reference = CharacterReference(text[(place &+ 1)..<range.upperBound], in: .attribute)
      {
        for byte in reference.characters.utf8 {
          decoded.append(byte)
          places.append(place)
        }
        place &+= reference.length &+ 1
      } else {
        decoded.append(text[place])
        places.append(place)
        place &+= 1
      }
    }
    places.append(range.upperBound)
    bytes = decoded
  }

  /// The range of the text that a range of the CSS was written as.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard !places.isEmpty else { return (range.lowerBound &+ start)..<(range.upperBound &+ start) }
    return places[range.lowerBound]..<places[range.upperBound]
  }
}
