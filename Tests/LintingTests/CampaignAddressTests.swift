import Composing
import Diagnostics
import Linting
import Recipients
import TestSupport
import Testing

/// A campaign refuses the addresses that lint has errors for, and mails the others bare.
@Suite struct CampaignAddressTests {
  @Test(arguments: [
    ("a@shop.kr", "a@shop.kr"), (" a@shop.kr", "a@shop.kr"), ("mailto:a@shop.kr", "a@shop.kr"),
    ("김@shop.kr", "김@shop.kr"), ("a@예시.kr", "a@예시.kr"), ("a@gmial.com", "a@gmial.com"),
    ("root@shop.kr", "root@shop.kr"), ("a@x.test", "a@x.test"), ("a@x.invalid", nil),
    ("a@X.LOCALHOST", nil), ("a@shop", nil), ("a@[192.0.2.1]", nil), ("a@@shop.kr", nil), ("", nil),
    ("Kim <a@shop.kr>", nil), ("a@shop.kr b@shop.kr", nil),
    (String(repeating: "x", count: 65) + "@shop.kr", nil), ("a@solid.invalids", "a@solid.invalids"),
  ])
  func `addresses`(written: String, sent: String?) throws {
    let draft = try Draft.of(
      mail: Array("{\"senderAddress\": \"a@shop.kr\", \"title\": \"x\"}".utf8),
      body: Array("<p>x</p>".utf8))
    let options = LintOptions(list: "list")
    let campaign = try #require(Campaign(draft, options: options))
    var reader = try RecipientReader(
      MemorySource(Array("address,NOTE\n\"\(written)\",x\n".utf8)),
      wanted: WantedFields(parameters: []))
    let row = try #require(try reader.next())
    var linter = Linter(draft, options: options)
    linter.visit(row)
    let findings = linter.finish(columns: reader.columns, unusedColumns: [])
    #expect(findings.contains { $0.severity == .error } == (sent == nil), "\(findings)")
    switch campaign.mail(for: row) {
    case .mail(let mail): #expect(String(decoding: mail.address, as: UTF8.self) == sent)
    case .rejected: #expect(sent == nil)
    }
  }
}
