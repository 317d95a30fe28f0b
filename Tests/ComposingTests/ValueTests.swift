@testable import Composing
import Recipients
import Templating
import TestSupport
import Testing

/// Which value a recipient gets, and what is missing or empty.
@Suite struct ValueTests {
  /// The body as one recipient gets it, or what keeps it from being written.
  private func body(_ draft: Draft, _ list: String) throws -> String {
    let row = try #require(try draft.rows(list).first)
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    guard problems.isEmpty else { return problems.map { "\($0.kind)" }.joined(separator: " ") }
    return String(
      decoding: draft.plan.body.substituting(mail.values), as: UTF8.self)
  }

  @Test(arguments: [
    // The row's parameter, its own field, the envelope's parameters, the fallback.
    ("<p>$<A></p>", "address,A\na@b.cc,row\n", "<p>row</p>"),
    ("<p>$<A></p>", "address\na@b.cc\n", "<p>shared</p>"),
    ("<p>$<A ?? x></p>", "address,A\na@b.cc,row\n", "<p>row</p>"),
    ("<p>$<A ?? x></p>", "address\na@b.cc\n", "<p>shared</p>"),
    ("<p>$<B ?? x></p>", "address\na@b.cc\n", "<p>x</p>"),
    ("<p>$<name></p>", "address,name\na@b.cc,Kim\n", "<p>Kim</p>"),
    ("<p>$<name></p>", "address,이름\na@b.cc,Kim\n", "<p>Kim</p>"),
    ("<p>$<address></p>", "email\na@b.cc\n", "<p>a@b.cc</p>"),
    (
      "<p>$<name></p>", "[{\"address\":\"a@b.cc\",\"name\":\"f\",\"parameters\":{\"name\":\"p\"}}]",
      "<p>p</p>"
    ),
    // Missing: no column, no key, a short row, null.
    ("<p>$<B></p>", "address\na@b.cc\n", "missing"),
    ("<p>$<B></p>", "address,C,B\na@b.cc,x\n", "missing"),
    ("<p>$<B></p>", "{\"address\":\"a@b.cc\",\"B\":null}\n", "missing"),
    // Empty: no text or white space alone.
    ("<p>$<B></p>", "address,B\na@b.cc,\n", "empty"),
    ("<p>$<B></p>", "address,B\na@b.cc, \t\u{3000}\u{200B}\n", "empty"),
    ("<p>$<B></p>", "{\"address\":\"a@b.cc\",\"B\":\"\"}\n", "empty"),
    // A fallback replaces both, and what is optional may be neither.
    ("<p>$<B ?? x></p>", "address,B\na@b.cc, \n", "<p>x</p>"),
    ("<p>$<B ?? \"\"></p>", "address,B\na@b.cc,\n", "<p></p>"),
    ("<p>$<O></p>", "address\na@b.cc\n", "<p></p>"),
    ("<p>$<O></p>", "address,O\na@b.cc, \n", "<p></p>"),
    // Numbers and booleans keep their literal text; a fallback is escaped like a value.
    ("<p>$<B></p>", "{\"address\":\"a@b.cc\",\"B\":10.50}\n", "<p>10.50</p>"),
    ("<p>$<B></p>", "{\"address\":\"a@b.cc\",\"B\":1e3}\n", "<p>1e3</p>"),
    ("<p>$<B></p>", "{\"address\":\"a@b.cc\",\"B\":true}\n", "<p>true</p>"),
    ("<p>$<B ?? \"<a & b>\"></p>", "address\na@b.cc\n", "<p>&lt;a &amp; b&gt;</p>"),
    ("<p>$$<B></p>", "address,B\na@b.cc,5\n", "<p>$5</p>"),
  ])
  func `precedence and blanks`(text: String, list: String, expected: String) throws {
    let draft = try Draft.of(
      body: text, fields: "\"parameters\": {\"A\": \"shared\"}", optional: ["O"])
    #expect(try body(draft, list) == expected, "\(text) \(list)")
  }

  @Test(arguments: [
    ("<p>$<B | number></p>", "1234567.50", "<p>1,234,567.50</p>"),
    ("<p>$<B | trim | upper></p>", "  kim ", "<p>KIM</p>"),
    ("<p>$<B | upper></p>", "a & b", "<p>A &amp; B</p>"),
    ("<a href=\"https://a.bc/$<B | upper>\">x</a>", "a b", "<a href=\"https://a.bc/A%20B\">x</a>"),
    ("<p>$<B ?? \"later\" | date(\"M. d.\")></p>", "2026-11-05", "<p>11. 5.</p>"),
    // A fallback is filtered like a value, unless no value could look like it.
    ("<p>$<B ?? \"later\" | date(\"M. d.\")></p>", "", "<p>later</p>"),
    ("<p>$<B ?? \"고객\" | josa(\"은/는\")></p>", " ", "<p>은</p>"),
    ("<p>$<B ?? 1000 | number></p>", "", "<p>1,000</p>"),
    ("<p>$<B ?? \"\" | upper></p>", "", "<p></p>"),
    ("<p>$<O | number></p>", "", "<p></p>"),
    ("<p>$<A | upper></p>", "x", "<p>SHARED</p>"),
  ])
  func `filters work on whatever the value is`(
    text: String, value: String, expected: String
  ) throws {
    let draft = try Draft.of(
      body: text, fields: "\"parameters\": {\"A\": \"shared\"}", optional: ["O"])
    #expect(try body(draft, "address,B\na@b.cc,\"\(value)\"\n") == expected, "\(text) \(value)")
  }

  @Test func `a value that a filter cannot take is a problem of that person`() throws {
    let draft = try Draft.of(body: "<p>$<A | upper | number>$<B></p>")
    var problems: [ValueProblem] = []
    let row = try #require(try draft.rows("address,A,B\na@b.cc,x,y\n").first)
    let mail = draft.mail(for: row, problems: &problems)
    guard case .objection(.filter(let refusal)) = problems.first?.kind else {
      Issue.record("\(problems)")
      return
    }
    #expect(refusal.filter == "number")
    #expect(
      String(decoding: draft.plan.body.substituting(mail.values), as: UTF8.self) == "<p>y</p>")
  }

  @Test func `people of all sizes pass through the same memory`() throws {
    let draft = try Draft.of(body: "<p title=\"$<A>\">$<A>, $<B | upper> $<C ?? none></p>")
    var values = WireValues()
    var sizes = ValueSizes()
    let long = String(repeating: "<긴 값>", count: 600)
    for text in [
      "x", long, "", "&", String(repeating: "가", count: 33), long + long,
      String(repeating: "가", count: 4000), "y",
    ] {
      let list = "address,A,B,C\na@b.cc,\(text)1,\(text)b,\(text)\n"
      let row = try #require(try draft.rows(list).first)
      var problems: [ValueProblem] = []
      draft.compose(row, into: &values, problems: &problems)
      let isLong = text.utf8.count > 8 * 1024
      #expect(problems.map(\.kind) == (isLong ? [.objection(.tooLong(limit: 8192))] : []))
      let written =
        isLong
        ? ""
        : text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
          .replacing("&", with: text == "&" ? "&amp;" : "&") + "1"
      let upper = try Escaping.html.escaped("\(text)b".uppercased().utf8)
      let last = try Escaping.html.escaped((text.isEmpty ? "none" : text).utf8)
      #expect(Array(values[0]) == Array(written.utf8))
      #expect(Array(values[1]) == upper)
      #expect(Array(values[2]) == last)
      problems = []
      draft.measure(row, into: &sizes, problems: &problems)
      #expect((0..<3).allSatisfy { sizes.size(of: $0) == values.size(of: $0) })
    }
  }

  @Test func `with one mail for all, only shared parameters and fallbacks count`() throws {
    let draft = try Draft.of(
      body: "<p>$<A> $<B ?? x> $<C></p>",
      fields: "\"individual\": false, \"parameters\": {\"A\": \"shared\"}")
    let list = "address,A,B,C,name\na@b.cc,1,2,3,Kim\n"
    #expect(try body(draft, list) == "missing")
    let fine = try Draft.of(
      body: "<p>$<A> $<B ?? x></p>",
      fields: "\"individual\": false, \"parameters\": {\"A\": \"shared\"}")
    #expect(try body(fine, list) == "<p>shared x</p>")
  }

  @Test(arguments: [".", "..", "%2e", "%2E%2e", ".%2E"])
  func `steps of a path that lead elsewhere are refused`(value: String) throws {
    let draft = try Draft.of(body: "<a href=\"https://a.bc/u/$<A>/x\">x</a>")
    #expect(
      try body(draft, "address,A\na@b.cc,\(value)\n")
        == "objection(Composing.ValueObjection.dotSegment)")
  }

  @Test(arguments: [
    ("$$<A>", "{B}"), ("$<A>{B}", "$"), ("#$<A>", "{B}"), ("$<A>{B}", "#"), ("$$<A>", "x${B}"),
  ])
  func `no value makes a mark of the service with the title around it`(
    title: String, value: String
  ) throws {
    let draft = try Draft.of(title: title, body: "<p>x</p>")
    var problems: [ValueProblem] = []
    _ = draft.mail(
      for: try #require(try draft.rows("address,A\na@b.cc,\(value)\n").first), problems: &problems)
    #expect(problems.map(\.kind) == [.objection(.placeholderMark)])
  }

  @Test func `nor do two values side by side`() throws {
    let draft = try Draft.of(title: "$<A>$<B>", body: "<p>x</p>")
    var problems: [ValueProblem] = []
    _ = draft.mail(
      for: try #require(try draft.rows("address,A,B\na@b.cc,C#,{x}\n").first), problems: &problems)
    #expect(problems.map(\.kind) == [.objection(.placeholderMark)])
    problems = []
    _ = draft.mail(
      for: try #require(try draft.rows("address,A,B\na@b.cc,C#,x\n").first), problems: &problems)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("a ", "a%20"), ("{B}", "%7BB%7D"), ("a%20b", "a%20b"),
  ])
  func `a sign before a link's value stays, and the value is encoded as ever`(
    value: String, encoded: String
  ) throws {
    let draft = try Draft.of(body: "<a href=\"https://a.bc/$$<A>\">x</a>")
    #expect(
      try body(draft, "address,A\na@b.cc,\(value)\n")
        == "<a href=\"https://a.bc/$\(encoded)\">x</a>")
  }

  @Test(arguments: [
    ("a\nb", "objection(Composing.ValueObjection.lineBreak)"),
    ("a\rb", "objection(Composing.ValueObjection.lineBreak)"),
    ("a\u{2028}b", "objection(Composing.ValueObjection.lineBreak)"),
    ("a\u{85}b", "objection(Composing.ValueObjection.lineBreak)"),
    ("a\u{1}b", "objection(Composing.ValueObjection.controlCharacter)"),
    ("a\u{9B}b", "objection(Composing.ValueObjection.controlCharacter)"),
    ("${X}", "objection(Composing.ValueObjection.placeholderMark)"),
    ("#{X}", "objection(Composing.ValueObjection.placeholderMark)"), ("a < b & \"c\"", nil),
    ("$5 #1 {x}", nil), ("👩‍👩‍👧 é", nil),
  ])
  func `values of the title`(value: String, expected: String?) throws {
    let draft = try Draft.of(title: "x $<A>", body: "<p>x</p>")
    var list: [UInt8] = Array("address,A\na@b.cc,\"".utf8)
    list += Array(value.replacing("\"", with: "\"\"").utf8) + Array("\"\n".utf8)
    let row = try #require(try draft.rows(list).first)
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    #expect(problems.first.map { "\($0.kind)" } == expected)
    guard expected == nil else { return }
    let title = draft.plan.title.substituting(mail.values)
    #expect(String(decoding: title, as: UTF8.self) == "x " + value)
  }
}
