/// Something that looks like a character reference and is none, or only half of one.
public struct ReferenceProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// No character has that name.
    case unknownName
    /// `;` is missing before a letter or digit.
    case missingEnd
    /// The number is no character's, or a control character's.
    case badNumber
  }

  /// What is wrong.
  public let kind: Kind
  /// From `&` to the end, `;` included where it is there.
  public let range: Range<Int>

  /// Finds all of them in a range of a text.
  ///
  /// A bare `&` is none, nor is one before a capital letter, as in names of companies.
  public static func all(in range: Range<Int>, of bytes: [UInt8]) -> [ReferenceProblem] {
    var problems: [ReferenceProblem] = []
    var rest = bytes[range]
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(start &+ 1)...]
      if let problem = Self(rest, from: start) { problems.append(problem) }
    }
    return problems
  }

  private init?(_ text: ArraySlice<UInt8>, from start: Int) {
    let isNumber = text.first == UInt8(ascii: "#")
    let name = text.dropFirst(isNumber ? 1 : 0).prefix(CharacterNames.longest &+ 1)
      .prefix(while: HTMLByte.isAlphanumeric)
    let isClosed = text[name.endIndex...].first == UInt8(ascii: ";")
    let end = name.endIndex &+ (isClosed ? 1 : 0)
    guard let reference = CharacterReference(text, in: .text) else {
      guard !isNumber, isClosed, let first = name.first, HTMLByte.isLetter(first),
        HTMLByte.lowered(first) == first
      else { return nil }
      kind = .unknownName
      range = start..<end
      return
    }
    let length = reference.length
    let isEnded = text[text.startIndex &+ length &- 1] == UInt8(ascii: ";")
    if isNumber, Self.isNoCharacter(text.prefix(length)) {
      kind = .badNumber
      range = start..<(text.startIndex &+ length)
    } else if !isEnded, let next = text.dropFirst(length).first, HTMLByte.isAlphanumeric(next) {
      kind = .missingEnd
      range = start..<(text.startIndex &+ length)
    } else {
      return nil
    }
  }

  /// Whether `#` and digits name a surrogate, a control character, or nothing.
  private static func isNoCharacter(_ text: ArraySlice<UInt8>) -> Bool {
    let isHex = text.dropFirst().first.map(HTMLByte.lowered) == UInt8(ascii: "x")
    var number: UInt32 = 0
    for digit in text.dropFirst(isHex ? 2 : 1) where HTMLByte.isHexDigit(digit) {
      number = min(number &* (isHex ? 16 : 10) &+ UInt32(HTMLByte.hexValue(digit)), 0x11_0000)
    }
    let isControl = number < 0x20 && ![0x09, 0x0A, 0x0D].contains(number)
    return isControl || (0x7F...0x9F).contains(number) || Unicode.Scalar(number) == nil
  }
}
