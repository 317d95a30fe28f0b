/// The text of a mail without its markup, as lists of mails show its beginning.
public enum PlainText {
  /// The first characters of the text, white space folded.
  ///
  /// Text that styles hide counts: that is how mails put a preheader before what they show.
  ///
  /// - Parameters:
  ///   - html: a finished mail.
  ///   - characters: how many characters are wanted at most.
  /// - Returns: the text; empty where the mail has none.
  public static func beginning(of html: [UInt8], characters: Int) -> String {
    folded(raw(html, limit: characters * 8), characters: characters)
  }

  /// The first characters of a text, white space folded and what nobody sees left out.
  public static func folded(_ text: String, characters: Int) -> String {
    var folded: [UInt8] = []
    var isBehindWord = false
    var count = 0
    for scalar in text.unicodeScalars {
      guard !isWhitespace(scalar), !isFiller(scalar) else {
        isBehindWord = count > 0
        continue
      }
      if isBehindWord {
        folded.append(0x20)
        count += 1
        isBehindWord = false
      }
      if let bytes = UTF8.encode(scalar) { folded.append(contentsOf: bytes) }
      count += 1
      // A character may be of many scalars, and is whole when the next has begun.
      if count.isMultiple(of: characters + 1),
        String(decoding: folded, as: UTF8.self).count > characters
      {
        break
      }
    }
    return String(String(decoding: folded, as: UTF8.self).prefix(characters))
  }

  /// The text with the white space that is written.
  ///
  /// - Parameters:
  ///   - html: a finished mail.
  ///   - limit: how many bytes are enough.
  /// - Returns: the text; empty where the mail has none.
  public static func raw(_ html: [UInt8], limit: Int = .max) -> String {
    var text = ""
    for token in MarkupScan(of: html, atoms: []).tokens where !token.isConditional {
      switch token.kind {
      // Text that belongs to an element of its own is a title, styles or scripts.
      case .text where token.name.isEmpty:
        let characters = CharacterReferences.decoded(html[token.contentRange], in: .text)
        text += String(decoding: characters, as: UTF8.self)
      case .startTag where !phrasing.contains(token.name),
        .endTag where !phrasing.contains(token.name):
        text += " "
      default: continue
      }
      if text.utf8.count > limit { break }
    }
    return text
  }

  /// Elements that stand in a line without breaking it or a word.
  static let phrasing: Set<MarkupName> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "tt", "u", "var", "wbr",
  ]

  /// Whether a character is white space; for letters that mails are made of without asking a table.
  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20: true
    case 0x21...0x7E, 0xAC00...0xD7A3: false
    default: scalar.properties.isWhitespace
    }
  }

  // Invisible characters with which mails push what follows out of the preheader.
  static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x034F, 0x200B, 0x200C, 0x2007, 0xFEFF, 0x00AD: true
    default: false
    }
  }
}
