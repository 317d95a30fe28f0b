import Approving
import Composing
import Hashing
import Mailing
import TestSupport
import Testing

/// A person's digest stands for their object in a request: equal for equal ones, and for no others.
@Suite struct PersonDigesterTests {
  @Test func `whatever differs in an object differs in its digest`() throws {
    let draft = try Draft.of(title: "$<A>", body: "<p>$<A> $<B></p>", optional: ["A", "B"])
    let texts = ["", "a", "b", "ab", "ba", "\\\"", "\u{1}a", "가", "a\u{1}", "1", "11"]
    var rows = "address,name,type,A,B\n"
    for address in ["a@x.yy", "aa@x.yy"] {
      for name in ["", "a", "1"] {
        for a in texts {
          for b in texts { rows += "\(address),\(name),R,\"\(a)\",\"\(b)\"\n" }
        }
      }
    }
    rows = rows.replacing("\\\"", with: "\\\"\"")
    let writer = PersonWriter(draft, profile: .com)
    var digester = PersonDigester(draft, profile: .com)
    var objects: [[UInt8]: Digest] = [:]
    for row in try draft.rows(rows) {
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      var json: [UInt8] = []
      writer.append(mail, to: &json)
      let digest = digester.digest(of: PersonWriter.Person(mail))
      #expect(objects.updateValue(digest, forKey: json) ?? digest == digest)
    }
    #expect(objects.count > 400)
    #expect(Set(objects.values).count == objects.count)
  }
}
