/// Text and attribute values as a reader gets them.
public enum WrittenText {
  /// A text with characters in the place of their references.
  ///
  /// - Parameters:
  ///   - text: what stands between tags, or between the quotes of an attribute.
  ///   - isAttribute: whether it is an attribute's value, where a few references count less.
  /// - Returns: the characters, broken UTF-8 repaired.
  public static func decoded(_ text: ArraySlice<UInt8>, isAttribute: Bool) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    let bytes = CharacterReferences.decoded(text, in: isAttribute ? .attribute : .text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
