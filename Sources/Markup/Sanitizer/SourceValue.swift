/// Text and values of a template with characters in the place of their references.
enum SourceValue {
  /// The decoded text.
  static func decoded(
    _ text: ArraySlice<UInt8>, in place: CharacterReferences.Place
  ) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    decode(text, in: place, to: &decoded)
    return decoded
  }

  /// Appends the decoded text; a reference to a character of plane 15 gives no placeholder.
  static func decode(
    _ text: ArraySlice<UInt8>, in place: CharacterReferences.Place, to output: inout [UInt8]
  ) {
    var rest = text
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      output += rest[..<mark]
      rest = rest[(mark &+ 1)...]
      guard let reference = CharacterReference(rest, in: place) else {
        output.append(UInt8(ascii: "&"))
        continue
      }
      let characters = Array(reference.characters.utf8)
      output += AtomCharacter.isIn(characters) ? [0xEF, 0xBF, 0xBD] : characters
      rest = rest.dropFirst(reference.length)
    }
    output += rest
  }
}
