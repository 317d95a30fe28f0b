import Composing
import Diagnostics
import Linting
import Recipients
import TestSupport
import Testing

/// Whom a look over a whole list picks, and people made up beside them.
@Suite struct EdgeCasesTests {
  private static let list = """
    address,A,B
    plain@x.yy,word,1
    wide@x.yy,아주 넓은 한글 이름입니다,2
    word@x.yy,Donaudampfschifffahrtsgesellschaft,3
    empty@x.yy, ,
    rtl@x.yy,مريم,5
    emoji@x.yy,👨‍👩‍👧,6
    marks@x.yy,n\u{303}o\u{308},7
    digits@x.yy,x,1234567890
    short@x.yy,x,

    """

  private func found(_ count: Int) throws -> [(String, [String])] {
    let draft = try Draft.of(body: "<p>$<A ?? \"\"> $<B ?? \"\"></p>")
    var edges = EdgeCases(draft, atMost: count)
    for row in try draft.rows(Self.list) { edges.visit(row) }
    return edges.found().map { found in
      let address = String(decoding: found.row.address ?? [], as: UTF8.self)
      return (String(address.prefix { $0 != "@" }), found.reasons.map { $0.text(.english) })
    }
  }

  @Test func `each edge has its person, with every reason`() throws {
    let people = try found(20)
    let next = ["one of the longest mails"]
    #expect(
      people.map(\.0) == [
        "word", "digits", "empty", "rtl", "emoji", "marks", "wide", "plain", "short",
      ])
    #expect(
      people.map(\.1) == [
        ["longest mail", "longest unbroken word", "widest A"], ["widest B", "most digits"],
        ["most empty values", "shortest mail"], ["right-to-left text"], ["emoji sequences"],
        ["combining marks"], next, next, next,
      ])
  }

  @Test(arguments: 1...9) func `as many people as asked for`(count: Int) throws {
    #expect(try found(count).count == count)
  }

  @Test(arguments: [
    ("가나", "abc"), ("가나다", "abcde"), ("漢字漢字", "abcdefg"), ("ab", "n\u{303}"),
  ])
  func `East Asian characters are twice as wide`(wide: String, narrow: String) throws {
    let draft = try Draft.of(body: "<p>$<A></p>")
    var edges = EdgeCases(draft, atMost: 1)
    for row in try draft.rows("address,A\na@x.yy,\(narrow)\nb@x.yy,\(wide)\n") { edges.visit(row) }
    let person = try #require(edges.found().first)
    #expect(person.row.number == 3)
  }

  @Test func `made-up people keep a model's values where theirs are refused`() throws {
    let draft = try Draft.of(
      body: "<p>$<NAME> $<DUE | date(\"M. d.\")></p><td width=\"$<W>\">x</td>")
    let model = try draft.rows("address,NAME,DUE,W\na@x.yy,Kim,2026-12-01,40\n").first
    let people = SyntheticPeople.people(for: draft, like: model)
    #expect(people.count > 5)
    for person in people {
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: person.row, problems: &problems)
      #expect(mail.address.starts(with: Array("made-up-".utf8)))
      // An empty name has nothing that stands in for it but the model's.
      #expect(problems.isEmpty, "\(person.reason.text(.english))")
      #expect(draft.plan.body.substituting(mail.values).contains(Array("12. 1.".utf8)))
    }
  }

  @Test func `without a model what is refused stays a problem`() throws {
    let draft = try Draft.of(body: "<p>$<NAME ?? \"\"> $<DUE | date(\"M. d.\")></p>")
    #expect(!SyntheticPeople.people(for: draft, like: nil).isEmpty)
  }
}
