import TestSupport
import Testing

@testable import Markup

/// The law behind all contexts: where a placeholder is allowed, no value changes the markup.
struct PlaceholderLawTests {
  /// Values as they are inserted: escaped, but otherwise as bad as they can be.
  private static let values = [
    "", "a", "-", "--", "--!", "!", "!--", "!doctype", "/", "/b ", "=", " ", " c ", "amp;", "#x41;",
    "[if mso]", "[endif]", "[CDATA[", "]]", "]", "if", "endif", "script", "style", "title", "tle ",
    "yle ", "&lt;", "&quot;", "?", "1", "\n", "\0",
    "octype x", "ype x", "DATA[", "f mso]", "ndif]",
  ]

  @Test func `no value changes the markup around it`() async throws {
    try await Fuzz.run("values", iterations: 800, on: MutatedTemplate.bytes, Self.problem)
  }

  @Test func `no value changes scraps of markup`() async throws {
    try await Fuzz.run("scraps", iterations: 5_000, on: MutatedTemplate.scraps, Self.problem)
  }

  private static func problem(_ bytes: [UInt8], _ random: inout SeededGenerator) -> String? {
    let template = MarkedSource(bytes)
    let scan = template.scan
    let expected = outline(scan) + frame(scan, around: template.atoms, template.bytes.count)
    for _ in 0..<3 {
      let filled = Filling(of: template, scan.contexts, with: values, &random)
      let scan = MarkupScan(of: filled.bytes, atoms: filled.atoms)
      let found = outline(scan) + frame(scan, around: filled.places, filled.bytes.count)
      if found == expected { continue }
      let difference = zip(found, expected).first { $0 != $1 }
      return """
        \(difference.map { "\($0)" } ?? "counts")
        filled: \(String(decoding: filled.bytes, as: UTF8.self))
        """
    }
    return nil
  }

  /// Everything but text: what the tags and marks are, and which attributes they have.
  private static func outline(_ scan: MarkupScan) -> [String] {
    scan.tokens.filter { $0.kind != .text }.map { token in
      let attributes = token.attributes.map { "\($0.name) \($0.quote) \($0.valueRange != nil)" }
      return "\(token.kind) \(token.name) \(token.isConditional) \(attributes)"
    }
  }

  /// What the first and the last byte of each text between placeholders are part of.
  private static func frame(
    _ scan: MarkupScan, around places: [Range<Int>], _ count: Int
  ) -> [String] {
    zip(places, places.dropFirst() + [count..<count])
      .filter { $0.upperBound < $1.lowerBound }
      .flatMap { [$0.upperBound, $1.lowerBound - 1] }
      .map { scan.token(at: $0).map { "\($0.kind) \($0.name) \($0.isConditional)" } ?? "none" }
  }
}

/// A template with values in the place of allowed placeholders; the others stay placeholders.
private struct Filling {
  var bytes: [UInt8] = []
  /// The placeholders that stayed.
  var atoms: [Range<Int>] = []
  /// Where the values are and the placeholders that stayed.
  var places: [Range<Int>] = []

  init(
    of template: MarkedSource, _ contexts: [PlaceholderContext], with values: [String],
    _ random: inout SeededGenerator
  ) {
    var end = 0
    for (atom, context) in zip(template.atoms, contexts) {
      bytes += template.bytes[end..<atom.lowerBound]
      let start = bytes.count
      if case .refused = context {
        bytes += template.bytes[atom]
        atoms.append(start..<bytes.count)
      } else {
        bytes += (values.randomElement(using: &random) ?? "").utf8
      }
      places.append(start..<bytes.count)
      end = atom.upperBound
    }
    bytes += template.bytes[end...]
  }
}
