import Markup

/// The beginning of everybody's text, found once: words that all share, and places for values.
struct OpeningText {
  private enum Part {
    case words(String)
    case slot(Int)
  }

  private let parts: [Part]

  // Hardly any text has these characters, which are nobody's.
  private static let start = "\u{10FFFC}"
  private static let end = "\u{10FFFD}"

  /// What stands in a mail for a slot's value while the text is looked for.
  static func mark(_ slot: Int) -> [UInt8] { Array("\(start)\(slot)\(end)".utf8) }

  /// Takes a mail apart that holds marks in place of so many values.
  init(_ html: [UInt8], slots: Int) {
    var parts: [Part] = []
    for piece in PlainText.raw(html).split(separator: Self.start, omittingEmptySubsequences: false)
    {
      let sides = piece.split(separator: Self.end, maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2, let slot = Int(sides[0]), (0..<slots).contains(slot) {
        parts.append(.slot(slot))
        parts.append(.words(String(sides[1])))
      } else {
        parts.append(.words(String(piece)))
      }
    }
    self.parts = parts
  }

  /// The first characters of somebody's text, white space folded.
  func beginning(characters: Int, value: (Int) -> String) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .slot(let slot): text += value(slot)
      }
      if text.utf8.count > characters * 8 { break }
    }
    return PlainText.folded(text, characters: characters)
  }
}
