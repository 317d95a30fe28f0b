import Composing
import Diagnostics
import JSONSyntax
import Linting
import Mailing
import Publishing
import Recipients
import TestSupport
import Testing

@testable import Sandbox

/// Every field that a service documents arrives there as it was written.
@Suite struct FieldTests {
  private static let shared = """
    "senderName": "Shop & <Söhne>", "advertising": true, "confirmAndSend": true,
    "useBasicUnsubscribeMsg": false, "unsubscribeMessage": "수신거부 / opt out: 080",
    "parameters": {"ISSUE": "2026 & 12"}
    """

  /// Sends a draft's mails to a service, and hands out what arrived.
  private func arrived(
    _ fields: String, _ list: String, _ profile: Profile
  ) throws -> Submission.Content {
    let draft = try Draft.of(
      title: "Hi $<NAME>", body: "<p>$<NAME> $<ISSUE> #{UNSUBSCRIBE_MESSAGE}</p>",
      fields: fields)
    let service = LocalService()
    let sending = try Sending(service, profile: profile)
    var writer = RequestWriter(draft, profile: profile)
    var requests: [[UInt8]] = []
    for row in try draft.rows(list) {
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      #expect(problems.isEmpty)
      if let request = writer.add(mail) { requests.append(request) }
    }
    if let request = writer.finish() { requests.append(request) }
    #expect(requests.count == 1)
    let outcome = sending.gateway.submit(try #require(requests.first))
    guard case .accepted = outcome else {
      Issue.record("\(outcome)")
      throw Sending.Broken()
    }
    return try #require(service.contents.first)
  }

  @Test(arguments: Profile.all.map(\.name))
  func `fields of one mail for each`(name: String) throws {
    let profile = try #require(Profile.named(name))
    let isCOM = name == Profile.com.name
    let time = try #require(Reservation(text: "2026-12-01 19:30"))
    let fields =
      Self.shared + ", \"reservationDateTime\": \"2026-12-01 19:30\""
      + (isCOM ? ", \"referencesHeader\": \"<a@shop.example>\"" : "")
    let content = try arrived(fields, "address,name,NAME\na@x.example,A,가 & 나\n", profile)
    #expect(content.senderAddress == "sender@example.com")
    #expect(content.senderName == "Shop & <Söhne>")
    #expect(content.isIndividual && content.isAdvertising && content.waitsForConfirmation)
    #expect(content.reservation == time.milliseconds)
    #expect(content.references == (isCOM ? "<a@shop.example>" : nil))
    #expect(
      content.unsubscribeMessage.map { String(decoding: $0, as: UTF8.self) }
        == "수신거부 / opt out: 080")
    #expect(content.parameters.isEmpty)
    let person = try #require(content.recipients.first)
    #expect(person.address == "a@x.example" && person.name == "A" && person.kind == .to)
    #expect(
      person.parameters.values.map { String(decoding: $0, as: UTF8.self) }.sorted()
        == ["2026 &amp; 12", "가 & 나", "가 &amp; 나"])
  }

  @Test(arguments: Profile.all.map(\.name))
  func `fields of one mail for all`(name: String) throws {
    let content = try arrived(
      "\"senderName\": \"Shop\", \"individual\": false, \"parameters\": {\"NAME\": \"all\", \"ISSUE\": \"1\"}",
      "address,type\na@x.example,R\nb@x.example,C\nc@x.example,B\n",
      try #require(Profile.named(name)))
    #expect(!content.isIndividual && !content.isAdvertising && !content.waitsForConfirmation)
    #expect(content.recipients.map(\.kind) == [.to, .carbonCopy, .blindCopy])
    #expect(String(decoding: content.title, as: UTF8.self) == "Hi all")
    #expect(content.reservation == nil && content.unsubscribeMessage == nil)
  }

  @Test func `a time in milliseconds arrives as it is`() throws {
    for profile in Profile.all {
      let content = try arrived(
        "\"senderName\": \"Shop\", \"reservationUtc\": 1796083200000, \"parameters\": {\"ISSUE\": \"1\"}",
        "address,NAME\na@x.example,A\n", profile)
      #expect(content.reservation == 1_796_083_200_000)
    }
  }
}
