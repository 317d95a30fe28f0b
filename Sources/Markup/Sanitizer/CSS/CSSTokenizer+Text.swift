extension CSSTokenizer {
  /// A name in lower case, its escapes decoded and its placeholders as `…`.
  func name(of token: CSSToken) -> String {
    guard token.traits.isEmpty else {
      return HTMLByte.name(decoded(token)[...]).replacingAtoms
    }
    return HTMLByte.name(bytes[token.content])
  }

  /// A part of the text in lower case, shortened to be shown, with `…` for placeholders.
  func shown(_ range: Range<Int>) -> String {
    let limit = 40
    // Four bytes a character: none that is shown is cut in two.
    let text = String(decoding: bytes[range].prefix(limit &* 4), as: UTF8.self)
    let words = text.prefix(limit).split { $0.isWhitespace }
    return words.joined(separator: " ").lowercased().replacingAtoms
  }

  /// A token's name for tables; nil for one that is in none.
  func packedName(of token: CSSToken) -> CSSName? {
    token.traits.isEmpty ? CSSName(bytes[token.content]) : CSSName(decoded(token)[...])
  }

  /// What a token's content says; no escape says a placeholder.
  func decoded(_ token: CSSToken) -> [UInt8] {
    guard token.traits.contains(.escape) else { return Array(bytes[token.content]) }
    var text: [UInt8] = []
    text.reserveCapacity(token.content.count)
    var place = token.content.lowerBound
    while place < token.content.upperBound {
      let isEscape = bytes[place] == CSSByte.backslash
      place = isEscape ? decodeEscape(at: place, to: &text) : decodeLiteral(at: place, to: &text)
    }
    return text
  }

  /// Decodes the escape at a place and tells where it ends.
  private func decodeEscape(at start: Int, to text: inout [UInt8]) -> Int {
    var place = start &+ 1
    var value: UInt32 = 0
    let end = place &+ 6
    while place < end, HTMLByte.isHexDigit(byte(at: place)) {
      value = value &* 16 &+ UInt32(HTMLByte.hexValue(bytes[place]))
      place &+= 1
    }
    guard place > start &+ 1 else { return decodeLiteral(at: place, to: &text) }
    text += Self.character(value).utf8
    return HTMLByte.isSpace(byte(at: place)) ? endOfBreak(at: place) : place
  }

  /// A line break behind a backslash is no part of a string; all else is read as it stands.
  private func decodeLiteral(at place: Int, to text: inout [UInt8]) -> Int {
    let byte = byte(at: place)
    if CSSByte.isNewline(byte) { return endOfBreak(at: place) }
    if byte == 0 { text += "\u{FFFD}".utf8 } else { text.append(byte) }
    return place &+ 1
  }

  /// Where a white space character ends; CR and LF are one.
  func endOfBreak(at place: Int) -> Int {
    let isPair = byte(at: place) == 0x0D && byte(at: place &+ 1) == 0x0A
    return min(bytes.count, place &+ (isPair ? 2 : 1))
  }

  /// The character of an escape; U+FFFD for what is none and for what would pass as a placeholder.
  private static func character(_ value: UInt32) -> String {
    guard value != 0, !CSSByte.atoms.contains(value), let scalar = Unicode.Scalar(value) else {
      return "\u{FFFD}"
    }
    return String(scalar)
  }
}

extension String {
  /// The text with `…` for each placeholder, fit to be shown.
  fileprivate var replacingAtoms: String {
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(CSSByte.atoms.contains(scalar.value) ? "…" : scalar)
    }
    return text
  }
}
