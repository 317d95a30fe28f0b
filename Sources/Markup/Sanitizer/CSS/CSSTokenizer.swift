/// Cuts CSS into tokens by CSS Syntax Level 3 (§4.3), over bytes.
///
/// Differs on purpose: what the text's end cuts off is bad, so that it is never taken for whole.
/// Each byte is stepped over once, so that time is linear in the length of the text.
struct CSSTokenizer {
  /// The most tokens of one text.
  static let limit = 60_000

  let bytes: [UInt8]
  var position = 0
  /// How many tokens were read.
  private(set) var count = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the text has more tokens than are read.
  var isOverLimit: Bool { count > Self.limit }

  /// Reads a token; the end is read again and again, also where there are too many.
  mutating func next() -> CSSToken {
    let isSpaced = skipSpace()
    var token = CSSToken(
      isSpaced: isSpaced, range: position..<position, content: position..<position)
    guard position < bytes.count, !isOverLimit else { return token }
    count &+= 1
    readToken(&token)
    token.range = token.range.lowerBound..<position
    return token
  }

  private mutating func readToken(_ token: inout CSSToken) {
    switch byte(at: position) {
    case UInt8(ascii: "\""), CSSByte.quote: readString(&token)
    case UInt8(ascii: "#"):
      guard startsNamePart(at: position &+ 1) else { return readMark(&token) }
      position &+= 1
      readName(.hash, &token)
    case UInt8(ascii: "@"):
      guard startsIdentifier(at: position &+ 1) else { return readMark(&token) }
      position &+= 1
      readName(.atKeyword, &token)
    case UInt8(ascii: "<"):
      guard matches("<", "!"), matches("-", "-", at: 2) else { return readMark(&token) }
      token.kind = .htmlComment
      position &+= 4
    case UInt8(ascii: "-") where matches("-", "-") && matches("-", ">", at: 1):
      token.kind = .htmlComment
      position &+= 3
    default:
      if startsIdentifier(at: position) {
        readIdentifier(&token)
      } else if startsNumber(at: position) {
        readNumber(&token)
      } else {
        readMark(&token)
      }
    }
  }

  private mutating func readMark(_ token: inout CSSToken) {
    token.kind = .mark
    token.mark = bytes[position]
    position &+= 1
  }

  /// Steps over white space and comments and tells whether any of it was white space.
  private mutating func skipSpace() -> Bool {
    var isSpaced = false
    while position < bytes.count {
      if HTMLByte.isSpace(bytes[position]) {
        isSpaced = true
        position &+= 1
      } else if matches("/", "*") {
        skipComment()
      } else {
        break
      }
    }
    return isSpaced
  }

  private mutating func skipComment() {
    position &+= 2
    while position < bytes.count, !matches("*", "/") { position &+= 1 }
    position = min(bytes.count, position &+ 2)
  }

  // MARK: Looking ahead

  /// A byte of the text; a line break behind its end, where it decides nothing otherwise.
  func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0x0A }

  /// Whether two characters stand that many places on.
  private func matches(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, at distance: Int = 0
  )
    -> Bool
  {
    let place = position &+ distance
    return byte(at: place) == UInt8(ascii: first) && byte(at: place &+ 1) == UInt8(ascii: second)
  }

  func startsEscape(at place: Int) -> Bool {
    byte(at: place) == CSSByte.backslash && !CSSByte.isNewline(byte(at: place &+ 1))
  }

  private func startsNamePart(at place: Int) -> Bool {
    CSSByte.isName(byte(at: place)) || startsEscape(at: place)
  }

  func startsIdentifier(at place: Int) -> Bool {
    let first = byte(at: place)
    guard first == UInt8(ascii: "-") else {
      return CSSByte.isNameStart(first) || startsEscape(at: place)
    }
    let second = byte(at: place &+ 1)
    return CSSByte.isNameStart(second) || second == first || startsEscape(at: place &+ 1)
  }

  private func startsNumber(at place: Int) -> Bool {
    let first = byte(at: place)
    let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    let start = isSigned ? place &+ 1 : place
    let hasDot = byte(at: start) == UInt8(ascii: ".")
    return HTMLByte.isDigit(byte(at: hasDot ? start &+ 1 : start))
  }
}
