import Composing
import Linting
import Mailing
import Publishing
import TestSupport
import Testing

@Suite struct TestMessageTests {
  private func campaign(_ fields: String) throws -> Campaign {
    let draft = try Draft.of(title: "Hi $<NAME>", body: "<p>$<NAME></p>", fields: fields)
    return try #require(Campaign(draft, options: LintOptions(profile: .com)))
  }

  @Test func `a test says so, leaves at once, and waits for no console`() throws {
    let campaign = try campaign(
      "\"reservationDateTime\": \"2026-12-01 10:00\", \"confirmAndSend\": true, \"senderName\": \"S\""
    )
    let test = try #require(
      TestMessage(campaign, profile: .com, addresses: ["a@x.example"], people: 1))
    #expect(test.head.title == Array("[테스트] Hi ${NAME_title}".utf8))
    #expect(test.head.fields.map(\.name) == ["senderAddress", "senderName", "title", "body"])
  }

  @Test func `each address gets each person's mail, and nobody else does`() throws {
    let campaign = try campaign("\"senderName\": \"S\"")
    let rows = try campaign.draft.rows("address,name,NAME\na@b.example,Kim,가\nc@d.example,Lee,나\n")
    let mails = rows.compactMap { row -> Mail? in
      guard case .mail(let mail) = campaign.mail(for: row) else { return nil }
      return mail
    }
    let test = try #require(
      TestMessage(
        campaign, profile: .com, addresses: ["x@x.example", "y@x.example"], people: 2))
    var json: [UInt8] = []
    for mail in test.mails(of: mails) {
      PersonWriter(campaign.draft, profile: .com).append(mail, to: &json)
    }
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.matches(of: /x@x.example/).count == 2)
    #expect(text.matches(of: /y@x.example/).count == 2)
    #expect(!text.contains("b.example") && !text.contains("Kim"))
  }

  @Test(arguments: [(0, 1), (1, 0), (21, 1), (5, 5), (Int.max, 2)])
  func `no test is larger than twenty mails`(addresses: Int, people: Int) throws {
    let campaign = try campaign("\"senderName\": \"S\"")
    let names = Array(repeating: "a@x.example", count: min(addresses, 30))
    #expect(
      TestMessage(
        campaign, profile: .com, addresses: names, people: addresses > 30 ? .max : people) == nil)
  }
}
