import Composing
import Diagnostics
import Linting
import Recipients
import TestSupport
import Testing

/// What keeps single rows from being sent, and which rows may repeat an address.
@Suite struct RowJudgeTests {
  private func draft() throws -> Draft {
    try Draft.of(
      mail: Array("{\"senderAddress\": \"a@shop.kr\", \"title\": \"x $<T>\"}".utf8),
      body: Array("<p>$<T></p>".utf8))
  }

  @Test(
    arguments: [
      ("root@shop.kr", "x", [:], []),
      ("root@shop.kr", "x", ["role-address": .error], ["role-address"]),
      ("a@shop.kr", String(repeating: "x", count: 600), [:], ["title-too-long"]),
      ("a@shop.kr", String(repeating: "x", count: 600), ["title-too-long": nil], []),
      // What would be another mail than the template means stays an error.
      ("a@shop", "x", ["undeliverable-domain": .advice], ["undeliverable-domain"]),
      ("a@shop.kr", "", [:], ["empty-value"]),
    ] as [(String, String, RuleLevels.Levels, [String])])
  func `the project's levels decide what an error is`(
    address: String, value: String, levels: RuleLevels.Levels, objections: [String]
  ) throws {
    let draft = try draft()
    let options = LintOptions(list: "list", levels: RuleLevels(everywhere: levels))
    let row = try #require(try draft.rows("address,T\n\(address),\(value)\n").first)
    #expect(Linter(draft, options: options).judge.objections(to: row) == objections)
    let campaign = try #require(Campaign(draft, options: options))
    switch campaign.mail(for: row) {
    case .mail: #expect(objections.isEmpty)
    case .rejected(let names): #expect(names == objections)
    }
    var linter = Linter(draft, options: options)
    linter.visit(row)
    let errors = linter.finish(columns: ["address", "T"], unusedColumns: [])
      .filter { $0.severity == .error }
    #expect(errors.map(\.rule) == objections)
  }

  /// A comment beside the placeholder allows what it allows in a report, and not one thing more.
  @Test(
    arguments: [
      ("<!-- tmpl:allow damaged-text: we know -->\n<p>$<T></p>", "김\u{FFFD}수", []),
      (
        "<!-- tmpl:allow damaged-text: we know -->\n\n\n<p>$<T></p>", "김\u{FFFD}수", ["damaged-text"]
      ),
      ("<!-- tmpl:allow damaged-text: we know -->\n<p>$<T></p>", "x\u{202E}y", ["bidi-control"]),
      ("<!-- tmpl:allow empty-value: we know -->\n<p>$<T></p>", "", ["empty-value"]),
    ])
  func `rows are judged with the comments that reports obey`(
    body: String, value: String, objections: [String]
  ) throws {
    let draft = try Draft.of(body: body)
    let options = LintOptions(list: "list")
    let row = try #require(try draft.rows("address,T\na@shop.kr,\(value)\n").first)
    var linter = Linter(draft, options: options)
    linter.visit(row)
    let errors = linter.finish(columns: ["address", "T"], unusedColumns: [])
      .filter { $0.severity == .error }
    #expect(errors.map(\.rule) == objections)
    #expect(linter.judge.objections(to: row) == objections)
    let campaign = try #require(Campaign(draft, options: options))
    switch campaign.mail(for: row) {
    case .mail: #expect(objections.isEmpty)
    case .rejected(let names): #expect(names == objections)
    }
  }

  @Test func `a body over the project's budget is no mail`() throws {
    let draft = try draft()
    let row = try #require(try draft.rows("address,T\na@shop.kr,Kim\n").first)
    for (budget, objections) in [(9, ["over-budget"]), (10, [])] {
      let options = LintOptions(list: "list", bodyBudget: budget)
      #expect(Linter(draft, options: options).judge.objections(to: row) == objections)
    }
  }

  @Test func `addresses that occur again are told by one spelling`() throws {
    let draft = try draft()
    var linter = Linter(draft, options: LintOptions(list: "list"))
    let rows = try draft.rows(
      """
      address,T
      kim@Shop.kr,x
      Kim@shop.kr,x
      kim@shop.kr,x
      k.im@gmail.com,x
      kim@gmail.com,x
      K.im@gmail.com,x
       K.im@GMAIL.com,x
      no address,x
      no address,x

      """)
    for row in rows { linter.visit(row) }
    let repeated = linter.repeatedAddresses
    #expect(!repeated.isEmpty)
    let spellings = rows.map { row in
      repeated.spelling(of: row).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(
      spellings == [
        "kim@shop.kr", nil, "kim@shop.kr", nil, nil, "K.im@gmail.com", "K.im@gmail.com", nil, nil,
      ])
  }
}
