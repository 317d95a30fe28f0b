import Foundation
import Testing

/// Previews of hostile people and broken templates: text stays text, and a page comes out.
@Suite struct PreviewSafetyTests {
  private static let attack = "\"><script>alert(1)</script>"

  @Test func `a script for a name is text everywhere`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"senderName\": \"</script>\", \"title\": \"Hi $<NAME>\"}",
      to: "templates/t/mail.json")
    try folder.write(
      "<title>$<NAME></title><p title=\"$<NAME>\">$<NAME></p><a href=\"https://example.com/$<NAME>\">x</a>",
      to: "templates/t/body.html")
    let person = [
      "address": "\"\(Self.attack.replacing("\"", with: "\\\""))\"@example.com",
      "name": Self.attack, "NAME": Self.attack, "\(Self.attack)": "x",
    ]
    try folder.write(try JSONEncoder().encode([person]), to: "list.json")
    let result = try folder.tool.run(["preview", "t", "-r", "list.json"])
    #expect(result.status == 0 || result.status == 1)
    let pages = folder.files().filter { $0.hasPrefix("previews/") && $0.hasSuffix(".html") }
    #expect(pages.count == 2)
    for page in pages {
      let text = try folder.text(page)
      #expect(!text.contains("<script>alert"), "\(page)")
      #expect(!text.contains(Self.attack), "\(page)")
      #expect(text.contains("alert(1)"), "\(page)")
    }
  }

  @Test func `a broken template without a list is shown with marks, and the exit status is 1`()
    throws
  {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi $<A>\"}",
      to: "templates/t/mail.json")
    try folder.write(
      "<div><p>Hello $<NAME>, <b>bold</p></div></div>\n<p>rest $<OPEN\n<p>the end</p>\n",
      to: "templates/t/body.html")
    let result = try folder.tool.run(["preview"])
    #expect(result.status == 1)
    let pages = folder.files().filter { $0.hasPrefix("previews/") && $0.hasSuffix(".html") }
    #expect(pages.contains("previews/index.html"))
    let page = try folder.text(try #require(pages.first { $0 != "previews/index.html" }))
    for shown in ["⟨A?⟩", "⟨NAME?⟩", "the end", "$&amp;lt;OPEN"] {
      #expect(page.contains(shown), "\(shown)")
    }
    #expect(page.contains("sandbox=\"\""))
    #expect(page.contains("class=\"findings error\""))
  }
}
