import TestSupport
import Testing

@testable import Markup

/// Mutations of templates: scanning ends, tokens tile, contexts are complete.
struct HTMLTokenizerFuzzTests {
  @Test func `the templates are there`() { #expect(MutatedTemplate.samples.count == 3) }

  @Test func `survives mutations`() async throws {
    try await Fuzz.run("tokenizer", iterations: 2_000, on: MutatedTemplate.any) { bytes, _ in
      let source = MarkedSource(bytes)
      return Self.problem(in: source.scan, of: source)
    }
  }

  @Test func `survives placeholders anywhere`() async throws {
    try await Fuzz.run("atoms", iterations: 2_000, on: MutatedTemplate.any) { bytes, random in
      var edges = (0..<Int.random(in: 0...20, using: &random) * 2)
        .map { _ in Int.random(in: 0...bytes.count, using: &random) }
      edges.sort()
      let atoms = stride(from: 0, to: edges.count, by: 2).map { edges[$0]..<edges[$0 + 1] }
      let scan = MarkupScan(of: bytes, atoms: atoms)
      guard scan.contexts.count == atoms.count else { return "contexts are missing: \(atoms)" }
      return Self.isTiling(scan.tokens, bytes.count) ? nil : "tokens do not tile: \(atoms)"
    }
  }

  @Test(arguments: 0..<8)
  func `survives every end`(part: Int) {
    let bytes = Array(MutatedTemplate.original.utf8)
    for end in stride(from: part, through: bytes.count, by: 8) {
      let source = MarkedSource(Array(bytes[..<end]))
      let problem = Self.problem(in: source.scan, of: source)
      #expect(problem == nil, "\(end) bytes")
    }
  }

  /// What takes time in proportion to the length is done at once; what does not, never.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<", "<!--", "<!--[if a]>", "<![if !a]>", "<svg>", "<table><td>", "<table><tr>", "<template>",
      "<svg><foreignObject>", "</svg>", "<a b=\"", "<a ", "&", "<!-", "<style>{", "$<X>", "&$<X>",
      "</",
      "<!--[if a]>$<X>", "<p style=\"{$<X>", "<script><!--<script>", "]>",
      "<meta content=\"$<X>\">",
    ])
  func `takes time in proportion to the length`(piece: String) {
    let source = MarkedSource(String(repeating: piece, count: 20_000))
    #expect(source.scan.contexts.count == source.atoms.count)
  }

  // MARK: Checks

  private static func problem(in scan: MarkupScan, of source: MarkedSource) -> String? {
    if !isTiling(scan.tokens, source.bytes.count) { return "tokens do not tile" }
    if scan.contexts.count != source.atoms.count { return "contexts are missing" }
    for token in scan.tokens where !isOrdered(token) { return "ranges in \(token)" }
    return nil
  }

  private static func isTiling(_ tokens: [HTMLToken], _ count: Int) -> Bool {
    var end = 0
    for token in tokens {
      guard token.range.lowerBound == end else { return false }
      end = token.range.upperBound
    }
    return end == count
  }

  private static func isOrdered(_ token: HTMLToken) -> Bool {
    func isInside(_ range: Range<Int>) -> Bool { range.clamped(to: token.range) == range }
    var end = token.nameRange?.upperBound ?? token.range.lowerBound
    guard isInside(token.contentRange), token.nameRange.map(isInside) ?? true else { return false }
    for attribute in token.attributes {
      guard attribute.nameRange.lowerBound >= end, isInside(attribute.range) else { return false }
      end = attribute.range.upperBound
    }
    return true
  }
}
