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
    var text = ""
    for token in MarkupScan(of: html, atoms: []).tokens where !token.isConditional {
      switch token.kind {
      // Text that belongs to an element of its own is a title, styles or scripts.
      case .text where token.name.isEmpty:
        text += decoded(html[token.contentRange])
      case .startTag where !phrasing.contains(token.name),
        .endTag where !phrasing.contains(token.name):
        text += " "
      default: continue
      }
      if text.utf8.count > characters * 8 { break }
    }
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || isFiller($0) }
    return String(words.map { String($0) }.joined(separator: " ").prefix(characters))
  }

  /// Elements that stand in a line without breaking it or a word.
  private static let phrasing: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "tt", "u", "var", "wbr",
  ]

  // Invisible characters with which mails push what follows out of the preheader.
  private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x034F, 0x200B, 0x200C, 0x2007, 0xFEFF, 0x00AD: true
    default: false
    }
  }

  /// The bytes with character references replaced.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(named: bytes[(index + 1)..<end])
      else {
        output.append(bytes[index])
        index += 1
        continue
      }
      output.append(contentsOf: Array(String(Character(scalar)).utf8))
      index = end + 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: name, as: UTF8.self)
    guard text.hasPrefix("#") else { return EntityTable.scalar(named: text) }
    let digits = text.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
