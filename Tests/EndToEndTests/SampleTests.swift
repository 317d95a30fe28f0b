import Foundation
import TestSupport
import Testing

/// The sample templates of the checkout are themselves a case: clean, previewed, sent as shown.
@Suite struct SampleTests {
  @Test func `the samples have no finding at warning level or above`() throws {
    let result = try Checkout.tool.run(["lint", "--strict", "--format", "json"])
    #expect(result.status == 0)
    let report = try JSONDecoder().decode(Report.self, from: result.output)
    #expect(report.findings.filter { $0.severity != "advice" }.isEmpty)
    #expect(report.summary.templates == Checkout.samples.count)
    #expect(report.summary.recipients == 12 * Checkout.samples.count)
    #expect(report.summary.samples)
  }

  @Test(arguments: Checkout.samples)
  func `everybody has a preview, and a request alone makes the same`(name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let result = try Checkout.tool.run(["preview", name, "--out", folder.url.path])
    #expect(result.status == 0)
    #expect(result.text.contains("index.html"))
    let pages = folder.files().filter { $0.hasSuffix(".html") }
    #expect(pages.filter { $0.hasPrefix(name + "/") }.count == 12)
    #expect(pages.count == 13)
    try folder.write(try Checkout.tool.run(["payload", name]).output, to: "request.json")
    #expect(try folder.tool.run(["verify", name, "request.json"]).status == 0)
  }

  @Test(arguments: Checkout.samples, ["com", "sens"])
  func `the request comes back unchanged, and filled it is the preview`(
    name: String, profile: String
  ) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let once = try Checkout.tool.run(["payload", name, "--profile", profile])
    #expect(once.status == 0)
    try folder.write(once.output, to: "request.json")
    let twice = try folder.tool.run(["payload", "request.json", "--profile", profile])
    #expect(twice.output == once.output)

    let request = try JSONDecoder().decode(Request.self, from: once.output)
    let rendered = try Checkout.tool.run(["render", name])
    let mails = try rendered.output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Mail.self, from: Data($0))
    }
    #expect(request.recipients.count == 12)
    #expect(mails.count == 12)
    for (person, mail) in zip(request.recipients, mails) {
      #expect(person.address == mail.address)
      #expect(person.fill(request.title) == mail.title)
      #expect(person.fill(request.body) == mail.body)
    }
    let names = try request.body.matches(of: Regex("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}")).count
    #expect(names > 0)
    #expect(!request.body.contains("$<"))
    #expect(!request.body.contains("??"))
  }

  private struct Report: Decodable {
    struct Finding: Decodable { var severity: String }
    struct Summary: Decodable {
      var templates: Int
      var recipients: Int
      var samples: Bool
    }
    var findings: [Finding]
    var summary: Summary
  }

  private struct Request: Decodable {
    struct Person: Decodable {
      var address: String
      var parameters: [String: String]

      func fill(_ text: String) -> String {
        parameters.reduce(text) { $0.replacing("${\($1.key)}", with: $1.value) }
      }
    }
    var title: String
    var body: String
    var recipients: [Person]
  }

  private struct Mail: Decodable {
    var address: String
    var title: String
    var body: String
  }
}
