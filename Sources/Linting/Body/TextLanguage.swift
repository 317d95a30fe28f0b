import Markup

/// A language that a text can be known by from its letters alone.
enum TextLanguage: String {
  case korean = "ko"
  case japanese = "ja"

  /// The language of what a mail shows; nil for few letters, and for letters that many languages have.
  init?(of body: BodyFacts) {
    let letters = LetterCounts(of: body)
    if letters.kana >= 20, letters.kana > letters.hangul {
      self = .japanese
    } else if letters.hangul >= 20, letters.hangul * 2 > letters.latin {
      self = .korean
    } else {
      return nil
    }
  }
}

/// How many letters of some scripts a mail shows.
struct LetterCounts {
  private(set) var hangul = 0
  private(set) var kana = 0
  private(set) var latin = 0

  /// Counts what browsers show, placeholders left out.
  init(of body: BodyFacts) {
    for text in body.texts where text.audience.contains(.browsers) {
      guard !body.touchesPlaceholder(body.tokens[text.token].range) else { continue }
      for scalar in body.string(text).unicodeScalars {
        switch scalar.value {
        case 0xAC00...0xD7A3: hangul += 1
        case 0x3041...0x30FF: kana += 1
        case 0x41...0x5A, 0x61...0x7A: latin += 1
        default: break
        }
      }
    }
  }
}
