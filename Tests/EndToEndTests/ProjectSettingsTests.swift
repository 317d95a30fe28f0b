import Foundation
import Testing

/// What `tmpl.json` says of mail programs, budgets and domains is obeyed.
@Suite struct ProjectSettingsTests {
  /// A mail with one warning about its layout, one about an image without a size, and a link that
  /// shows another address.
  private static let body = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hello</title></head><body>
    <div style="display:grid">$<NAME></div>
    <img src="https://shop.example.com/a.png" alt="a cup of tea">
    <p>Text that is long enough to be read, so that this is not a mail of images alone.</p>
    <a href="https://click.example.net/x">shop.example.com</a>
    </body></html>

    """

  private func lint(_ settings: String, _ arguments: [String] = []) throws -> BuiltTool.Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(settings, to: "tmpl.json")
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hello\"}",
      to: "templates/t/mail.json")
    try folder.write(Self.body, to: "templates/t/body.html")
    try folder.write("address,NAME\nkim@example.com,Kim\n", to: "templates/t/recipients.csv")
    return try folder.tool.run(["lint"] + arguments)
  }

  private static let domains = "\"trackingDomains\": [\"click.example.net\"]"

  @Test func `links through domains of one's own are no mismatch`() throws {
    let foreign = try lint("{}")
    #expect(foreign.status == 1)
    #expect(foreign.text.contains("[link-text-mismatch]"))
    let own = try lint("{\(Self.domains)}")
    #expect(own.status == 0, "\(own.text)")
    #expect(!own.text.contains("[link-text-mismatch]"))
  }

  @Test func `more warnings than allowed end the check with 1`() throws {
    let allowed = try lint("{\(Self.domains), \"budgets\": {\"maxWarnings\": 2}}")
    #expect(allowed.status == 0, "\(allowed.text)")
    #expect(allowed.text.contains("2 warnings"))
    let refused = try lint("{\(Self.domains), \"budgets\": {\"maxWarnings\": 1}}")
    #expect(refused.status == 1)
    #expect(refused.text.contains("✗ cannot be sent (maxWarnings 1): 2 warnings, first "))
    #expect(try lint("{\(Self.domains)}", ["--strict"]).text.contains("(--strict)"))
  }

  @Test func `bodies are held to the project's budget`() throws {
    let size = Self.body.utf8.count - "$<NAME>".utf8.count + "Kim".utf8.count
    let settings = { (bytes: Int) in
      "{\(Self.domains), \"budgets\": {\"maxBodyBytes\": \(bytes)}}"
    }
    #expect(try lint(settings(size)).status == 0)
    let refused = try lint(settings(size - 1))
    #expect(refused.status == 1)
    #expect(
      refused.text.contains("the largest body has \(size) bytes; tmpl.json allows \(size - 1)"))
  }

  @Test func `only the project's mail programs matter`() throws {
    let layout = "[unsupported-layout]"
    #expect(try lint("{}").text.contains(layout))
    #expect(try !lint("{\"clients\": [\"apple-mail\"]}").text.contains(layout))
    #expect(
      try lint("{\"clients\": [\"apple-mail\"]}", ["--clients", "gmail,outlook"]).text
        .contains(layout))
  }

  @Test(arguments: [
    (
      "{\"clients\": [\"gmail\", \"gmial\"]}",
      "tmpl: tmpl.json:1:23: 'clients' does not know 'gmial'; did you mean 'gmail'?\n"
    ),
    (
      "{\"budgets\": {\"maxBodyByte\": 1}}",
      "tmpl: tmpl.json:1:14: unknown key 'maxBodyByte'; did you mean 'maxBodyBytes'?\n"
    ),
    (
      "{\"trackingDomain\": []}",
      "tmpl: tmpl.json:1:2: unknown key 'trackingDomain'; did you mean 'trackingDomains'?\n"
    ),
  ])
  func `what is wrong in it is told with its place`(settings: String, sentence: String) throws {
    let result = try lint(settings)
    #expect(result.status == 2)
    #expect(result.errors == sentence)
  }
}
