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
  func `masking keeps the length`(text: String) {
    #expect(template(text).masked.count == text.utf8.count)
  }

  @Test func `finds all problems in one pass`() {
    let template = template("$<A <b>${B C} $< D > $<E ?? \"x>")
    #expect(template.problems.count == 4)
    #expect(template.placeholders.isEmpty)
  }

  @Test func `reads name and fallback`() throws {
    let placeholder = try #require(template("x $<NAME ?? 'a | b'>").placeholders.first)
    #expect(placeholder.name == "NAME")
    #expect(placeholder.fallback?.bytes == Array("a | b".utf8))
  }
}
