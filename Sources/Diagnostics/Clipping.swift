/// Cuts quoted text, so that no report is as long as what it is about.
public enum Clipping {
  /// The most bytes of a quote; the longest address that there is fits.
  public static let limit = 256

  /// A text of at most `limit` bytes and a mark where more was.
  ///
  /// Cut between scalars: one character of marks upon marks can have any length.
  public static func clipped(_ text: String, to limit: Int = limit) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
    return String(text[..<end]) + "…"
  }
}
