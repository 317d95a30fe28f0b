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
  ]

  @Test(arguments: [5, 50, 500, 5_000, 50_000] as [UInt64])
  func `no value changes the markup around it`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<1500 {
      check(MarkedSource(MutatedTemplate.bytes(&random)), &random, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [73, 76, 79] as [UInt64])
  func `no value changes scraps of markup`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<5000 {
      check(MarkedSource(MutatedTemplate.scraps(&random)), &random, "seed \(seed), round \(round)")
    }
  }

  private func check(_ template: MarkedSource, _ random: inout SeededGenerator, _ label: String) {
    let scan = template.scan
    let filled = Self.fill(template, scan.contexts, &random)
    let expected = Self.outline(scan)
    let found = Self.outline(
      MarkupScan(of: filled.bytes, atoms: filled.atoms))
    let difference = zip(found, expected).first { $0 != $1 }
    #expect(
      found == expected,
      """
      \(difference.map { "\($0)" } ?? "counts") \(label): \(template.text(0..<template.bytes.count))
      filled: \(String(decoding: filled.bytes, as: UTF8.self))
      """)
  }

  /// Puts values in the place of allowed placeholders; the others stay placeholders.
  private static func fill(
    _ template: MarkedSource, _ contexts: [PlaceholderContext], _ random: inout SeededGenerator
  ) -> (bytes: [UInt8], atoms: [Range<Int>]) {
    var bytes: [UInt8] = []
    var atoms: [Range<Int>] = []
    var end = 0
    for (atom, context) in zip(template.atoms, contexts) {
      bytes += template.bytes[end..<atom.lowerBound]
      let start = bytes.count
      if case .refused = context {
        bytes += template.bytes[atom]
        atoms.append(start..<bytes.count)
      } else {
        bytes += values[Int.random(in: 0..<values.count, using: &random)].utf8
      }
      end = atom.upperBound
    }
    return (bytes + template.bytes[end...], atoms)
  }

  /// Everything but text: what the tags and marks are, and which attributes they have.
  private static func outline(
    _ scan: MarkupScan
  ) -> [String] {
    scan.tokens.filter { $0.kind != .text }.map { token in
      let attributes = token.attributes.map { "\($0.name) \($0.quote) \($0.valueRange != nil)" }
      return "\(token.kind) \(token.name) \(token.isConditional) \(attributes)"
    }
  }
}
