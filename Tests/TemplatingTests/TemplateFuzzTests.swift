import Diagnostics
import Templating
import TestSupport
import Testing

/// What holds for every text that is read as a template.
@Suite struct TemplateFuzzTests {
  @Test(arguments: [Template.Dialect.authored, .wire])
  func `segments print as they were parsed`(dialect: Template.Dialect) async throws {
    let law = dialect == .authored ? "templates" : "wire templates"
    try await Fuzz.run(law, iterations: 2_000, on: Self.text) { bytes, _ in
      let template = Self.template(bytes, dialect)
      return Self.tilingProblem(template) ?? Self.maskProblem(template)
        ?? template.placeholders.lazy.compactMap { Self.problem($0, in: template) }.first
    }
  }

  private static func template(_ bytes: [UInt8], _ dialect: Template.Dialect) -> Template {
    Template(SourceText(SourceFile(path: "t", bytes: bytes)), dialect: dialect)
  }

  /// Templates, and scraps of the placeholder grammar.
  private static func text(_ random: inout SeededGenerator) -> [UInt8] {
    guard Bool.random(using: &random) else { return MutatedTemplate.any(&random) }
    let pieces = [
      "$", "\\", "<", "{", ">", "}", "$<", "${", "A", "이름", "a-b", "1", " ", "??", "|", "\"", "'",
      "upper", "(", ")", ",", "-1.5", "\n", "\r", "x", "\u{301}",
      String(repeating: "y", count: 300),
    ]
    return (0..<Int.random(in: 1...24, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  // MARK: Laws

  private static func tilingProblem(_ template: Template) -> String? {
    var end = 0
    for range in template.segments.map(template.range) {
      guard range.lowerBound == end, !range.isEmpty else { return "a segment at \(range)" }
      end = range.upperBound
    }
    return end == template.text.bytes.count ? nil : "segments end at \(end)"
  }

  private static func maskProblem(_ template: Template) -> String? {
    let masked = template.masked
    guard masked.count == template.text.bytes.count else { return "the mask's length" }
    for case .text(let range) in template.segments
    where masked[range] != template.text.bytes[range] {
      return "the mask over text at \(range)"
    }
    return nil
  }

  /// Parsed alone, a placeholder says the same; what it says lies inside it.
  private static func problem(_ placeholder: Placeholder, in template: Template) -> String? {
    let bytes = template.text.bytes
    let inner =
      [placeholder.nameRange] + placeholder.filters.map(\.range)
      + (placeholder.fallback.map { [$0.range] } ?? [])
    guard inner.allSatisfy({ $0.clamped(to: placeholder.range) == $0 }) else {
      return "ranges of \(placeholder)"
    }
    guard bytes[placeholder.nameRange].elementsEqual(placeholder.name.utf8) else {
      return "the name of \(placeholder)"
    }
    let alone = self.template(Array(bytes[placeholder.range]), template.dialect)
    guard let twin = alone.placeholders.first, alone.segments == [.placeholder(0)],
      twin.name == placeholder.name, twin.fallback?.bytes == placeholder.fallback?.bytes,
      FilterChain(twin.filters) == FilterChain(placeholder.filters)
    else { return "alone, \(placeholder) is \(alone.segments)" }
    return nil
  }
}
