import Mailing
import Testing

@Suite struct EmailAddressTests {
  @Test(arguments: [
    "a@b.cc", "first.last+tag@sub.example.com", "o'brien@example.com", "\"a b\"@example.com",
    "\"a\\\"b\"@example.com", "x@xn--bj0bj06e.example", "1@2.kr", "!#$%&*/=?^_`{|}~-@example.com",
  ])
  func `addresses`(text: String) {
    #expect(EmailAddress.objection(to: Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "", "a", "@b.cc", "a@", "a@b", "a@b..cc", "a@.b.cc", "a@b.cc.", ".a@b.cc", "a.@b.cc",
    "a..b@b.cc",
    "a b@c.dd", "a@b c.dd", "a@@b.cc", "Kim <a@b.cc>", "a@b.cc,c@d.ee", "a@b.cc;", "a@-b.cc",
    "a@b-.cc", "김@example.com", "a@예시.com", "a@b.cc\n", "\"a@b.cc", "\"\"a\"@b.cc", "a@b_c.dd",
    "a(x)@b.cc", "mailto:a@b.cc",
  ])
  func `no addresses`(text: String) {
    let reason = EmailAddress.objection(to: Array(text.utf8))?.reason
    #expect(reason != nil, "\(text)")
    #expect(reason?.korean.isEmpty == false)
  }

  @Test func `lengths`() {
    func objection(_ local: Int, _ labels: [Int]) -> Bool {
      let domain = labels.map { String(repeating: "d", count: $0) }.joined(separator: ".")
      return EmailAddress.objection(
        to: Array((String(repeating: "l", count: local) + "@" + domain).utf8)) != nil
    }
    #expect(!objection(64, [63, 2]))
    #expect(objection(65, [63, 2]))
    #expect(objection(64, [64, 2]))
    #expect(!objection(64, [63, 63, 61]))
    #expect(objection(64, [63, 63, 62]))
  }
}
