/// What a word ends in when it is read aloud in Korean.
enum LastSound: Sendable, Equatable {
  case vowel
  /// The consonant ㄹ, which some particles take for a vowel.
  case rieul
  /// Any other consonant.
  case consonant
  /// No rule tells.
  case unknown

  /// Finds how a word ends; quotes, brackets and stops behind it have no sound.
  init(of value: ArraySlice<UInt8>) {
    let scalars = String(decoding: value, as: UTF8.self).unicodeScalars
    let end = scalars.lastIndex { !Self.isSilent($0) }
    guard let end else {
      self = .unknown
      return
    }
    let last = scalars[end]
    switch last.value {
    case 0xAC00...0xD7A3, 0x1160...0x11FF, 0x3131...0x3163: self = Self.hangul(last.value)
    case 0x30...0x39: self = Self.number(scalars[...end])
    case 0x41...0x5A: self = Self.acronym(scalars[...end])
    // Percent and degrees are read aloud: 퍼센트, 도.
    case 0x25, 0xB0, 0x2103: self = .vowel
    default: self = .unknown
    }
  }

  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "`", ".", ",", "!", "?", ":", ";", "~", "-", "…", "·", "、", "。": true
    default:
      switch scalar.properties.generalCategory {
      case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .dashPunctuation:
        true
      case .control, .format: true
      default: InvisibleText.contains(scalar)
      }
    }
  }

  // MARK: Hangul

  /// Syllables, conjoining letters, and letters by themselves, whose names end as they begin.
  private static func hangul(_ scalar: UInt32) -> LastSound {
    switch scalar {
    case 0xAC00...0xD7A3:
      let final = (scalar - 0xAC00) % 28
      return final == 0 ? .vowel : final == 8 ? .rieul : .consonant
    case 0x1160...0x11A7, 0x314F...0x3163: return .vowel
    case 0x11AF, 0x3139: return .rieul
    default: return .consonant
    }
  }

  // MARK: Numbers

  /// 영 일 이 삼 사 오 육 칠 팔 구.
  private static let digits: [LastSound] = [
    .consonant, .rieul, .vowel, .consonant, .vowel, .vowel, .consonant, .rieul, .rieul, .vowel,
  ]
  /// 십 백 천, which end alike, and then 만 억 조 경 해, one for every four zeros.
  private static let powers: [LastSound] = [
    .consonant, .consonant, .consonant, .vowel, .consonant, .vowel,
  ]

  private static func number(_ text: Substring.UnicodeScalarView) -> LastSound {
    let run = text.reversed().prefix { isDigit($0) || $0 == "," || $0 == "." }
    // A comma between digits is no part of the reading.
    let number = run.reversed().drop { !isDigit($0) }.filter { $0 != "," }
    let zeros = number.reversed().prefix { $0 == "0" }.count
    guard zeros > 0 else { return digits[Int((number.last?.value ?? 0) & 0x0F)] }
    // 010 and 3.50 are read digit by digit.
    if number.first == "0" || number.contains(".") { return digits[0] }
    return zeros / 4 < powers.count ? powers[zeros / 4] : .unknown
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  // MARK: Acronyms

  /// Capitals are read by their names where they can hardly be a word: up to three, or no vowel.
  private static func acronym(_ text: Substring.UnicodeScalarView) -> LastSound {
    let letters = text.reversed().prefix(while: isLetter)
    guard letters.allSatisfy({ $0.value < 0x5B }),
      letters.count <= 3 || !letters.contains(where: { "AEIOU".unicodeScalars.contains($0) })
    else { return .unknown }
    switch letters.first {
    case "L", "R": return .rieul
    case "M", "N": return .consonant
    default: return .vowel
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }
}
