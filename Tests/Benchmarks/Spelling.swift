/// One spelling for what engines escape differently.
///
/// Escapes are respelt, not decoded, so a value that was not escaped, or twice, stays wrong.
enum Spelling {
  private static let references = [("&#34;", "&quot;"), ("&#x27;", "&#39;")]

  /// The mail with our references, and percent-encoding in upper case.
  static func respelt(_ mail: some Sequence<UInt8>) -> [UInt8] {
    var text = String(decoding: Array(mail), as: UTF8.self)
    for (other, ours) in references { text = text.replacing(other, with: ours) }
    var bytes = Array(text.utf8)
    for index in bytes.indices.dropLast(2) where bytes[index] == UInt8(ascii: "%") {
      let digits = [bytes[index + 1], bytes[index + 2]].map { Character(Unicode.Scalar($0)) }
      guard digits.allSatisfy(\.isHexDigit) else { continue }
      bytes.replaceSubrange(index + 1...index + 2, with: String(digits).uppercased().utf8)
    }
    return bytes
  }
}
