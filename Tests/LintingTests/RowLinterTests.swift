import Composing
import Diagnostics
import Linting
import Recipients
import TestSupport
import Testing

/// Rows checked a block at a time, in whatever pieces, bring what they bring one by one.
@Suite struct RowLinterTests {
  private static let names = [
    "Kim", "", "<b>Lee</b>", "${X}", "\"Park\nJr\"", "\u{3000}", "김", "a\u{1}b",
  ]

  /// People with all kinds of trouble, some of them in the list twice; late in it two columns change
  /// places.
  private static func list(_ count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 7)
    var text = "address,NAME,type,GRADE,CITY,DUE_DATE,AMOUNT\n"
    for number in 0..<count {
      let twin = Int.random(in: 0..<50, using: &random) == 0
      let person = twin ? Int.random(in: 0...number, using: &random) : number
      let tag = number % 53 == 0 ? "+\(number)" : ""
      let domain = ["example.com", "EXAMPLE.com", "gmail.com"].randomElement(using: &random) ?? ""
      let name = names.randomElement(using: &random) ?? ""
      text += "person\(person)\(tag)@\(number % 97 == 0 ? "x y" : domain),\(name),"
      let few = ["Gold", "Silver"][number % 2]
      let other = ["Seoul", "Busan", "Jeju"][number % 3]
      text += "\(number % 31 == 0 ? "Q" : "R"),"
      text += number < 15_000 ? "\(few),\(other)," : "\(other),\(few),"
      text += number % 500 == 1 ? "soon,8.80123E+12" : "2026-03-0\(number % 9 + 1),\(number)"
      text += number % 41 == 0 ? ",z\n" : "\n"
    }
    return Array(text.utf8)
  }

  private func shown(_ findings: [Finding]) -> [String] {
    findings.map {
      "\($0.rule) \($0.location.description) \($0.count) \($0.rows) \($0.message.text(.english))"
    }
  }

  @Test func `blocks and single rows bring the same findings`() throws {
    let draft = try Draft.of(
      title: "Hi $<NAME>", body: "<p>$<NAME> $<GRADE> $<CITY> $<DUE_DATE> $<AMOUNT></p>")
    let list = Self.list(20_000)
    let wanted = WantedFields(parameters: draft.parameterNames)
    var single = Linter(draft, options: LintOptions(list: "list"))
    let rows = try draft.rows(list)
    for row in rows { single.visit(row) }
    let expected = shown(single.finish(columns: [], unusedColumns: []))
    #expect(expected.count > 8)
    for rule in [
      "duplicate-address", "duplicate-mailbox", "swapped-columns", "bad-date",
      "scientific-notation",
    ] {
      #expect(expected.contains { $0.hasPrefix(rule) }, "\(rule)")
    }

    for chunk in [1000, 33_333, 1 << 20] {
      var linter = Linter(draft, options: LintOptions(list: "list"))
      var reader = try RecipientReader(Drip(list, chunk), wanted: wanted)
      // Blocks may be checked before the findings of earlier ones are known.
      var waiting: [RowTally] = []
      while let pending = try reader.nextRows() {
        waiting.append(linter.rows.check(try pending.read()) { _ in false })
        if waiting.count > 3 { linter.add(waiting.removeFirst()) }
      }
      for tally in waiting { linter.add(tally) }
      #expect(shown(linter.finish(columns: [], unusedColumns: [])) == expected, "\(chunk)")
    }
  }

  @Test func `who is left out is counted and not checked`() throws {
    let draft = try Draft.of(body: "<p>$<NAME></p>")
    var reader = try RecipientReader(
      MemorySource(Array("address,NAME\na@b.cc,\nc@d.ee,Lee\n".utf8)),
      wanted: WantedFields(parameters: draft.parameterNames))
    var linter = Linter(draft, options: LintOptions(list: "list"))
    while let pending = try reader.nextRows() {
      linter.add(linter.rows.check(try pending.read()) { $0.number == 2 })
    }
    #expect(linter.count == 1)
    #expect(linter.leftOut == 1)
    #expect(linter.finish(columns: ["address", "NAME"], unusedColumns: []).isEmpty)
  }
}

/// Gives a list out in small pieces.
private struct Drip: ByteSource {
  private var memory: MemorySource
  private let chunk: Int

  init(_ bytes: [UInt8], _ chunk: Int) {
    memory = MemorySource(bytes)
    self.chunk = chunk
  }

  mutating func read(_ count: Int) -> [UInt8] { memory.read(min(count, chunk)) }
}
