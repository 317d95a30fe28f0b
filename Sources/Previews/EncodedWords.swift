#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Text in the headers of a message: as it is where it can be, else in encoded words (RFC 2047).
enum EncodedWords {
  /// The most bytes of a word, so that its line has fewer than 76 characters (RFC 2047 §2).
  private static let wordLimit = 36
  private static let plainLimit = 60

  /// Text of a field such as the subject.
  static func text(_ text: String) -> String {
    let isPlain =
      text.utf8.count <= plainLimit && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      && !text.contains("=?") && !text.hasPrefix(" ") && !text.hasSuffix(" ")
    return isPlain ? text : encoded(text)
  }

  /// A name before an address, in which more characters have a meaning.
  static func phrase(_ text: String) -> String {
    let isPlain =
      text.utf8.count <= plainLimit && !text.contains("  ") && text.first != " "
      && text.last != " "
      && text.utf8.allSatisfy { byte in
        let lower = byte | 0x20
        return byte == 0x20 || byte == UInt8(ascii: "-") || (byte >= 0x30 && byte <= 0x39)
          || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
      }
    return isPlain ? text : encoded(text)
  }

  /// Words on lines of their own, none of which parts a character.
  private static func encoded(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if (words.last?.count ?? 0) + bytes.count > wordLimit { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }
}
