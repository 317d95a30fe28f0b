import TestSupport
import Testing

@testable import Markup

/// Character references apart from the tokenizer, whose cases cover their grammar.
struct CharacterReferencesTests {
  private static func decoded(_ text: String, in place: CharacterReferences.Place) -> String {
    String(decoding: CharacterReferences.decoded(Array(text.utf8)[...], in: place), as: UTF8.self)
  }

  @Test(arguments: [
    ("?a=1&copy=2", "?a=1©=2", "?a=1&copy=2"), ("&ampx", "&x", "&ampx"), ("&amp;x", "&x", "&x"),
    ("&amp", "&", "&"), ("&notit;", "¬it;", "&notit;"), ("&#61x", "=x", "=x"),
    ("&-&;", "&-&;", "&-&;"),
  ])
  func `old names depend on the place`(source: String, text: String, attribute: String) {
    #expect(Self.decoded(source, in: .text) == text)
    #expect(Self.decoded(source, in: .attribute) == attribute)
  }

  @Test func `reads a slice up to its end`() {
    let bytes = Array("&&lt;&ltx&#6".utf8)
    #expect(CharacterReferences.decoded(bytes[1..<4], in: .attribute) == Array("<".utf8))
    #expect(CharacterReferences.decoded(bytes[5..<8], in: .attribute) == Array("<".utf8))
    #expect(CharacterReferences.decoded(bytes[5..<9], in: .attribute) == Array("&ltx".utf8))
    #expect(CharacterReferences.decoded(bytes[9...], in: .text) == [6])
  }

  /// A space ends every reference, so that texts can be decoded apart.
  @Test func `what a space parts is decoded apart`() async throws {
    try await Fuzz.run("references", iterations: 4_000, on: Self.references) { bytes, random in
      let place = Bool.random(using: &random) ? CharacterReferences.Place.text : .attribute
      let decoded = CharacterReferences.decoded(bytes[...], in: place)
      let parts = bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        .map { CharacterReferences.decoded($0, in: place) }
      guard decoded.elementsEqual(parts.joined(separator: " ".utf8)) else { return "parts differ" }
      guard decoded.count <= bytes.count * 2 else { return "grown to \(decoded.count)" }
      let isText = String(validating: bytes, as: UTF8.self) != nil
      if isText, String(validating: decoded, as: UTF8.self) == nil { return "no text" }
      return bytes.contains(UInt8(ascii: "&")) || decoded == bytes ? nil : "changed"
    }
  }

  private static func references(_ random: inout SeededGenerator) -> [UInt8] {
    let pieces = [
      "&", "&", "&#", "&#x", "&amp", "&lt;", "&not", "it;", ";", "x", "110000", "0", "80", "D800",
      "=", " ", "a", "&copy", "&NotEqualTilde;", "&zwnj;", "#", "김",
    ]
    return (0..<Int.random(in: 1...16, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  @Test func `knows every name of the Standard in order`() {
    let names = CharacterNames.table.utf8.split { HTMLByte.isSpace($0) }
      .compactMap { $0.split(separator: UInt8(ascii: "=")).first.map(Array.init) }
    #expect(names.count == 2231)
    #expect(zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(names.allSatisfy { CharacterNames.characters(of: $0[...])?.isEmpty == false })
    let letters = names.map { $0.filter(HTMLByte.isAlphanumeric).count }
    #expect(letters.max() == CharacterNames.longest)
    let short = names.filter { $0.last != UInt8(ascii: ";") }.map(\.count)
    #expect(short.count == 106)
    #expect(short.min() == CharacterNames.lengthsWithoutEnd.first)
    #expect(short.max() == CharacterNames.lengthsWithoutEnd.last)
  }

  @Test(arguments: ["", ";", "A", "AElig;x", "zzzz;", "a", "\u{7F}", "zwnj;;"])
  func `knows no other name`(name: String) {
    #expect(CharacterNames.characters(of: Array(name.utf8)[...]) == nil)
  }

  /// What takes time in proportion to the length is done at once; what does not, never.
  @Test(
    .timeLimit(.minutes(1)), arguments: ["&", "&a", "&#", "&#x", "&#0", "&#x1", "&lt", "a", "0"])
  func `takes time in proportion to the length`(piece: String) {
    for start in ["", "&", "&#", "&#x"] {
      let text = Array((start + String(repeating: piece, count: 50_000)).utf8)
      #expect(CharacterReferences.decoded(text[...], in: .attribute).count <= text.count)
    }
  }
}
