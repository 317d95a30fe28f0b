import Mailing
import TestSupport
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

  @Test func `plain addresses are those of one pattern`() throws {
    let label = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
    let atom = "[A-Za-z0-9_+-]+"
    let pattern = try Regex("\(atom)(\\.\(atom))*@\(label)(\\.\(label))+")
    var random = SeededGenerator(seed: 14)
    var plain = 0
    for _ in 0..<20_000 {
      // Mostly letters, so that marks stand alone more often than not.
      let text = String(
        (0..<Int.random(in: 0...26, using: &random)).map { _ in
          let marks = Array("@@..-_+é ")
          let letters = Array("abZ019")
          return Int.random(in: 0..<4, using: &random) == 0
            ? marks[Int.random(in: 0..<marks.count, using: &random)]
            : letters[Int.random(in: 0..<letters.count, using: &random)]
        })
      let isPlain = try pattern.wholeMatch(in: text) != nil
      plain += isPlain ? 1 : 0
      let sign = Array(text.utf8).withUnsafeBufferPointer(EmailAddress.signOfPlain)
      #expect((sign != nil) == isPlain, "\(text)")
      if let sign { #expect(Array(text.utf8)[sign] == UInt8(ascii: "@")) }
      if isPlain { #expect(EmailAddress.objection(to: Array(text.utf8)) == nil) }
    }
    #expect(plain > 100)
  }
}
