import Diagnostics
import JSONSyntax
import Linting
import Recipients
import Templating
import TestSupport
import Testing

@testable import Composing
@testable import Markup

/// Whole drafts of mutated templates, with hostile people.
@Suite struct DraftFuzzTests {
  @Test func `measuring, composing and substituting agree on any template`() async throws {
    try await Fuzz.run("drafts", iterations: 600, on: MutatedTemplate.any) { bytes, random in
      let draft = try Self.draft(bytes, &random)
      guard let row = try Self.row(for: draft, &random) else { return "no row" }
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      var sizes = ValueSizes()
      var sizedProblems: [ValueProblem] = []
      draft.measure(row, into: &sizes, problems: &sizedProblems)
      guard problems == sizedProblems else { return "\(problems), measured \(sizedProblems)" }
      for slot in draft.plan.slots.indices where sizes.size(of: slot) != mail.values[slot].count {
        return "the size of \(draft.plan.slots[slot].wireName)"
      }
      guard Self.body(draft, mail) == draft.plan.body.substituting(mail.values) else {
        return "substituted otherwise"
      }
      return draft.isUnderstood ? Self.outlineProblem(draft, mail) : nil
    }
  }

  /// A template that may be anything, or one that is likely to be fine.
  private static func draft(_ bytes: [UInt8], _ random: inout SeededGenerator) throws -> Draft {
    let text = String(decoding: bytes.prefix(40), as: UTF8.self)
    let title = Bool.random(using: &random) ? text : "Hello $<A>"
    return try Draft.of(title: title, body: String(decoding: bytes, as: UTF8.self))
  }

  @Test func `no person changes the markup of a sample`() async throws {
    var rendered = 0
    let trials = try await Fuzz.run("samples", iterations: 600) { random in
      let draft = try Self.draft(MutatedTemplate.excerpt(&random), &random)
      guard draft.isUnderstood, let row = try Self.row(for: draft, &random) else { return nil }
      rendered += 1
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      return Self.outlineProblem(draft, mail)
    }
    #expect(rendered > trials / 3)
  }

  private static func row(
    for draft: Draft, _ random: inout SeededGenerator
  ) throws -> Row? {
    var json = JSONWriter()
    json.beginArray()
    json.beginObject()
    json.key("address")
    json.string("a@b.cc")
    for name in draft.parameterNames where name != "address" {
      json.key(name)
      json.string(HostileValues.text(&random))
    }
    json.endObject()
    json.endArray()
    return try draft.rows(json.bytes).first
  }

  // MARK: Laws

  /// The body put together from its pieces, as slowly as can be.
  private static func body(_ draft: Draft, _ mail: Mail) -> [UInt8] {
    let body = draft.plan.body
    return body.pieces.flatMap { piece in
      switch piece {
      case .text(let range), .damaged(let range): Array(body.bytes[range])
      case .slot(let slot, _): Array(mail.values[slot])
      }
    }
  }

  /// With values, the body has the tags and attributes that it has with placeholders.
  private static func outlineProblem(_ draft: Draft, _ mail: Mail) -> String? {
    let body = draft.plan.body.substituting(mail.values)
    func outline(_ scan: MarkupScan) -> [String] {
      scan.outline.filter { !$0.hasPrefix("text ") }
    }
    let found = outline(MarkupScan(of: body, atoms: []))
    let expected = outline(draft.markup)
    if found == expected { return nil }
    let difference = zip(found, expected).first { $0 != $1 }
    return "\(difference.map { "\($0)" } ?? "counts"): \(String(decoding: body, as: UTF8.self))"
  }
}

extension Draft {
  /// Whether nothing in the body speaks against values; what a mark that nothing closes swallows is
  /// that mark's error.
  fileprivate var isUnderstood: Bool {
    body.problems.isEmpty
      && !Linter.findings(of: self, options: LintOptions())
        .contains {
          $0.rule == "placeholder-position" || $0.rule == "tag-mismatch" && $0.severity == .error
        }
  }
}
