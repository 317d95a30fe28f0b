import Composing
import Diagnostics
import Markup
import Templating

/// What a mail says about dark mail programs in `<meta name="color-scheme">`.
enum DarkScheme {
  /// The schemes that the author named; nil where there are none.
  static func declared(in draft: Draft) -> String? {
    let bytes = draft.body.text.bytes
    func value(_ range: Range<Int>?) -> String {
      String(decoding: bytes[range ?? 0..<0], as: UTF8.self).lowercased()
    }
    for token in draft.markup.tokens where token.kind == .startTag && token.name == "meta" {
      guard value(token.attribute("name")?.valueRange) == "color-scheme" else { continue }
      let words = value(token.attribute("content")?.valueRange).split(separator: " ")
      let schemes = words.filter { ["light", "dark", "only"].contains($0) }
      return schemes.isEmpty ? nil : schemes.joined(separator: " ")
    }
    return nil
  }
}
