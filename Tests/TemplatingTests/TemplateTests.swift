import Diagnostics
import Templating
import Testing

@Suite struct TemplateTests {
  private static let texts = [
    "", "plain", "$<NAME>", "a ${NAME ?? \"x > y\"} b", "\\$<NAME> \\${X} $5 < $10",
    "$<NAME", "${A B} $< C > $<고객명> $<x | upper>", "$$<PRICE> ${} $", "$<b class=\"x\">y</b>",
  ]

  private func template(_ text: String) -> Template {
    Template(SourceText(SourceFile(path: "t", bytes: Array(text.utf8))))
  }

  @Test(arguments: texts)
  func `segments tile the text`(text: String) {
    let template = template(text)
    let bytes = template.segments.flatMap { Array(text.utf8)[template.range(of: $0)] }
    #expect(bytes == Array(text.utf8))
  }

  @Test(arguments: texts)
  func `masking hides what is meant as a placeholder and nothing else`(text: String) {
    let template = template(text)
    let hidden =
      template.placeholders.map(\.range)
      + template.problems.filter(\.hidesText).map(\.range)
    for (offset, byte) in template.masked.enumerated() {
      let isHidden = hidden.contains { $0.contains(offset) }
      #expect(byte == (isHidden ? UInt8(ascii: "x") : template.text.bytes[offset]))
    }
  }

  @Test(arguments: [
    ("$<A <b>", TemplateProblem.Kind.unterminated(name: "A"), 0..<3),
    ("x ${B C}", .invalidName(name: "", offending: " "), 2..<8),
    ("$< D >", .invalidName(name: "D", offending: " "), 0..<6),
    ("$<\tD\t>", .invalidName(name: "D", offending: " "), 0..<6),
    ("$<D >", .invalidName(name: "D", offending: " "), 0..<5),
    ("${ D ?? \"x\" }", .invalidName(name: "", offending: " "), 0..<13),
    ("$< D | upper >", .invalidName(name: "", offending: " "), 0..<14),
    ("${1ST}", .invalidName(name: "", offending: "1"), 0..<6), ("${}", .emptyName, 0..<3),
    ("$<  >", .emptyName, 0..<5), ("$<E ?? \"x>", .invalidFallback, 0..<10),
    ("$<E ?? \"a\rb\">", .unterminated(name: "E"), 0..<3), ("$<E | >", .invalidFilter, 0..<7),
    (
      "$<E | f(\(String(repeating: "1", count: 4_087)))>", .placeholderTooLong(bytes: 4_097),
      0..<4_097
    ),
    ("$<E | f(\(String(repeating: "1", count: 4_086)))", .unterminated(name: "E"), 0..<3),
    ("${\(String(repeating: "E", count: 5_000))} x", .placeholderTooLong(bytes: 5_003), 0..<5_003),
    ("$<E ?? \(String(repeating: "x", count: 257))>", .fallbackTooLong(bytes: 257), 0..<265),
    ("$<b class=\"x\">", .tagLike(name: "b"), 0..<14),
  ])
  func `problems have a kind and a range`(
    text: String, kind: TemplateProblem.Kind, range: Range<Int>
  ) {
    let template = template(text)
    #expect(template.problems.map(\.kind) == [kind])
    #expect(template.problems.map(\.range) == [range])
    #expect(template.placeholders.isEmpty)
  }

  @Test(arguments: [
    "$5 < $10", "$<5>", "$", "$<", "${", "$< 10 >", "$< b and c >", "\\$<A>", "\\${A}", "a $ b",
  ])
  func `everything else is text`(text: String) {
    #expect(template(text).problems.isEmpty)
    #expect(template(text).placeholders.isEmpty)
  }

  @Test func `finds all problems in one pass`() {
    let template = template("$<A <b>${B C} $< D > $<E ?? \"x> $<F>")
    #expect(template.problems.map(\.range) == [0..<3, 7..<13, 14..<20, 21..<31])
    #expect(template.placeholders.map(\.name) == ["F"])
  }

  @Test func `reads name and fallback`() throws {
    let placeholder = try #require(template("x $<NAME ?? 'a | b'>").placeholders.first)
    #expect(placeholder.name == "NAME")
    #expect(placeholder.fallback?.bytes == Array("a | b".utf8))
  }

  /// A bound on what is read twice keeps parsing linear, whatever is nested in quotes.
  @Test func `a placeholder of more than 4,096 bytes is none`() {
    func text(_ count: Int) -> String { "$<A | f(1\(String(repeating: ",1", count: count)))>" }
    #expect(template(text(2_000)).placeholders.first?.filters.first?.arguments.count == 2_001)
    let problems = template(text(2_100)).problems
    #expect(problems.map(\.kind) == [.placeholderTooLong(bytes: 4_211)])
    #expect(problems.map(\.range) == [0..<4_211])
  }

  @Test func `a request knows names alone`() {
    let text = "\\$<A> ${B} $<C> ${D ?? x} ${E|f}"
    let template = Template(
      SourceText(SourceFile(path: "t", bytes: Array(text.utf8))), dialect: .wire)
    #expect(template.placeholders.map(\.name) == ["A", "B", "C"])
    #expect(template.placeholders.allSatisfy { $0.fallback == nil && $0.filters.isEmpty })
    #expect(template.problems.count == 2)
  }
}
