extension CSSTokenizer {
  /// Reads the name under the cursor as a token that ends with it.
  mutating func readName(_ kind: CSSToken.Kind, _ token: inout CSSToken) {
    token.kind = kind
    skipName(&token)
  }

  /// Reads an identifier, a function's name with its bracket, or a whole `url()`.
  mutating func readIdentifier(_ token: inout CSSToken) {
    readName(.identifier, &token)
    guard byte(at: position) == UInt8(ascii: "(") else { return }
    token.kind = .function
    position &+= 1
    guard packedName(of: token) == "url" else { return }
    var start = position
    while start < bytes.count, HTMLByte.isSpace(bytes[start]) { start &+= 1 }
    let first = byte(at: start)
    if first == UInt8(ascii: "\"") || first == CSSByte.quote { return }
    position = start
    readURL(&token)
  }

  /// Reads a number with what is glued to it.
  mutating func readNumber(_ token: inout CSSToken) {
    token.kind = .number
    if !HTMLByte.isDigit(bytes[position]), bytes[position] != UInt8(ascii: ".") { position &+= 1 }
    skipDigits()
    if byte(at: position) == UInt8(ascii: "."), HTMLByte.isDigit(byte(at: position &+ 1)) {
      position &+= 1
      skipDigits()
    }
    skipExponent()
    if byte(at: position) == UInt8(ascii: "%") {
      token.kind = .percentage
      position &+= 1
    } else if startsIdentifier(at: position) {
      readName(.dimension, &token)
    }
  }

  private mutating func skipDigits() {
    while HTMLByte.isDigit(byte(at: position)) { position &+= 1 }
  }

  private mutating func skipExponent() {
    guard byte(at: position) | 0x20 == UInt8(ascii: "e") else { return }
    let sign = byte(at: position &+ 1)
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    let start = position &+ (isSigned ? 2 : 1)
    guard HTMLByte.isDigit(byte(at: start)) else { return }
    position = start
    skipDigits()
  }

  private mutating func skipName(_ token: inout CSSToken) {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if CSSByte.isASCIIName(byte) {
        position &+= 1
      } else if CSSByte.isName(byte) || startsEscape(at: position) {
        skipUncommon(&token)
      } else {
        break
      }
    }
    token.content = start..<position
  }

  /// Steps over an escape, a placeholder, NUL or a byte beyond ASCII, and notes which it was.
  mutating func skipUncommon(_ token: inout CSSToken) {
    if byte(at: position) == CSSByte.backslash {
      token.traits.insert(.escape)
      skipEscape()
    }
    guard position < bytes.count, bytes[position] >= 0x80 else {
      if byte(at: position) == 0 {
        token.traits.insert(.escape)
        position &+= 1
      }
      return
    }
    let isAtom = isAtom(at: position)
    token.traits.insert(isAtom ? .atom : .foreign)
    position &+= isAtom ? 4 : 1
  }

  /// Steps over a backslash and the ASCII that it escapes.
  private mutating func skipEscape() {
    position &+= 1
    guard HTMLByte.isHexDigit(byte(at: position)) else {
      if byte(at: position) < 0x80 { position = min(bytes.count, position &+ 1) }
      return
    }
    let end = position &+ 6
    while position < end, HTMLByte.isHexDigit(byte(at: position)) { position &+= 1 }
    if HTMLByte.isSpace(byte(at: position)) { position = endOfBreak(at: position) }
  }

  /// Whether a placeholder stands at a place.
  func isAtom(at place: Int) -> Bool {
    CSSByte.isAtom(
      byte(at: place), byte(at: place &+ 1), byte(at: place &+ 2), byte(at: place &+ 3))
  }
}
