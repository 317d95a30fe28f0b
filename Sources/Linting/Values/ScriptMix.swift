import Diagnostics

/// A word of Latin letters with look-alikes of another alphabet among them.
struct ScriptMix: Equatable {
  /// The word.
  let word: String
  /// The other alphabet.
  let other: Script

  /// Alphabets with letters that look Latin.
  enum Script: Equatable {
    case cyrillic
    case greek

    var name: Message {
      switch self {
      case .cyrillic: Message("Cyrillic", ko: "키릴")
      case .greek: Message("Greek", ko: "그리스")
      }
    }
  }

  /// Greek letters that are taken for Latin ones; μ, Ω and β are symbols as often as letters.
  private static let lookAlikes = Set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ".unicodeScalars)

  /// The first such word of a text.
  init?(in text: String) {
    for word in text.unicodeScalars.split(whereSeparator: { !Self.isPartOfWord($0) })
    where word.contains(where: Self.isLatin) {
      if word.contains(where: { (0x400...0x52F).contains($0.value) }) {
        other = .cyrillic
      } else if word.contains(where: Self.lookAlikes.contains) {
        other = .greek
      } else {
        continue
      }
      self.word = String(word)
      return
    }
    return nil
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
    case 0x1E00...0x1EFF: true
    default: false
    }
  }
}
