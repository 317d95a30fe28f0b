@testable import Markup

/// Where the tokenizer differs from the HTML Standard's on purpose, and why.
///
/// Comparisons go through here; in everything else, both must agree in every case. Two more things
/// are not compared at all: parse errors, which nobody is told, and when a token is emitted, since
/// a scan takes the whole text.
enum TokenizerDeviations {
  /// Line breaks stay as they are written, since ranges are those of the file (§13.2.3.5).
  static func preprocessed(_ input: String) -> String {
    input.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// Tokens refer to the source's bytes, where U+0000 stands and not U+FFFD.
  static func replacingNulls(_ text: [UInt8]) -> [UInt8] {
    text.contains(0) ? text.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] } : text
  }

  /// References are left in the tokens and decoded by who needs the characters.
  static func characters(
    _ bytes: ArraySlice<UInt8>, in place: CharacterReferences.Place
  ) -> [UInt8] {
    CharacterReferences.decoded(bytes, in: place)
  }

  /// A token has all attributes, so that rules can tell of one that is there twice; the first
  /// counts.
  static func firstOfEachName(_ attributes: [(name: [UInt8], value: [UInt8])]) -> [[UInt8]: [UInt8]]
  {
    Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Document types have no identifiers and no force-quirks flag: no rule or context depends on
  /// them, only on where the token ends.
  static func withoutIdentifiers(_ line: String) -> String {
    guard line.hasPrefix("doctype") else { return line }
    let words = line.split(separator: " ").prefix(2)
    return words.filter { $0 == "doctype" || $0.hasPrefix("\"") }.joined(separator: " ")
  }

  /// Bytes that browsers drop, such as `</>`, are tokens of their own: tokens tile the text.
  static func isEmitted(_ token: HTMLToken) -> Bool { token.kind != .dropped }

  /// End tags keep their attributes and their `/`, which the Standard drops (§13.2.5).
  static func endTag(name: [UInt8]) -> StandardToken { .endTag(name: name) }
}
