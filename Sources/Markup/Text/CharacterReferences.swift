/// Replaces character references by the HTML Standard's rules (§13.2.5.72–80).
///
/// Takes time in proportion to the text: from each `&`, a bounded number of names is looked up.
public enum CharacterReferences {
  /// Where the text stands, which decides what an old name without `;` may be followed by.
  public enum Place: Sendable {
    /// Between tags.
    case text
    /// In an attribute's value.
    case attribute
  }

  /// The references of a text, with the characters that each stands for.
  public static func all(
    in text: ArraySlice<UInt8>, _ place: Place
  ) -> [(range: Range<Int>, characters: String)] {
    var found: [(range: Range<Int>, characters: String)] = []
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(start &+ 1)...]
      guard let reference = CharacterReference(rest, in: place) else { continue }
      rest = rest.dropFirst(reference.length)
      found.append((start..<rest.startIndex, reference.characters))
    }
    return found
  }

  /// Hands over each byte of a text, those of characters in the place of their references.
  static func forEachByte(
    of text: ArraySlice<UInt8>, in place: Place, _ body: (UInt8) -> Void
  ) {
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), let reference = CharacterReference(rest, in: place) {
        for byte in reference.characters.utf8 { body(byte) }
        rest = rest.dropFirst(reference.length)
      } else {
        body(byte)
      }
    }
  }

  /// The text with characters in the place of their references.
  public static func decoded(_ text: ArraySlice<UInt8>, in place: Place) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    forEachByte(of: text, in: place) { decoded.append($0) }
    return decoded
  }
}

/// A character reference without its `&`.
struct CharacterReference {
  let characters: String
  let length: Int

  /// Reads what follows `&`; nil where that makes no reference.
  init?(_ text: ArraySlice<UInt8>, in place: CharacterReferences.Place) {
    if text.first == UInt8(ascii: "#") {
      self.init(number: text)
    } else {
      self.init(name: text, in: place)
    }
  }

  /// The longest name counts; all names but the oldest, which are short, end in `;`.
  private init?(name text: ArraySlice<UInt8>, in place: CharacterReferences.Place) {
    let letters = text.prefix(CharacterNames.longest).prefix(while: HTMLByte.isAlphanumeric)
    let whole = text.prefix(letters.count &+ 1)
    if whole.last == UInt8(ascii: ";"), let characters = CharacterNames.characters(of: whole) {
      self.characters = characters
      length = whole.count
      return
    }
    let old = CharacterNames.lengthsWithoutEnd.clamped(to: 0..<letters.count &+ 1)
    for length in old.reversed() {
      guard let characters = CharacterNames.characters(of: letters.prefix(length)) else { continue }
      // In an address such as `?a=1&copy=2`, this is a parameter.
      if place == .attribute, let next = text.dropFirst(length).first,
        next == UInt8(ascii: "=") || HTMLByte.isAlphanumeric(next)
      {
        return nil
      }
      self.characters = characters
      self.length = length
      return
    }
    return nil
  }

  private init?(number text: ArraySlice<UInt8>) {
    let isHex = text.dropFirst().first.map(HTMLByte.lowered) == UInt8(ascii: "x")
    let mark = text.prefix(isHex ? 2 : 1)
    let digits = text[mark.endIndex...].prefix(
      while: isHex ? HTMLByte.isHexDigit : HTMLByte.isDigit)
    guard !digits.isEmpty else { return nil }
    let number = digits.reduce(0 as UInt32) { number, digit in
      min(number &* (isHex ? 16 : 10) &+ UInt32(HTMLByte.hexValue(digit)), 0x11_0000)
    }
    characters = String(Self.character(of: number))
    let isClosed = text[digits.endIndex...].first == UInt8(ascii: ";")
    length = mark.count &+ digits.count &+ (isClosed ? 1 : 0)
  }

  /// Surrogates, zero and what Unicode does not have are replaced.
  private static func character(of number: UInt32) -> Character {
    let number =
      (0x80...0x9F).contains(number) ? UInt32(windows1252[Int(number &- 0x80)]) : number
    guard number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    return Character(scalar)
  }

  /// What Windows-1252 has where Unicode has the controls 80 to 9F.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
