import Approving
import Composing
import Diagnostics
import Foundation
import Hashing
import Markup
import TestSupport
import Testing

@testable import Previews

/// What pages hold: the very bytes of the mail, and a policy that lets nothing run.
@Suite struct PageTests {
  private func preview(
    _ draft: Draft, _ list: String, findings: [Finding] = []
  ) throws -> TemplatePreview {
    var keys = PersonKeys()
    let people = try draft.rows(list).map { row in
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      return PersonPreview(
        key: keys.key(address: mail.address, row: mail.row), mail: mail, problems: problems)
    }
    return TemplatePreview(
      draft, folder: "x", findings: findings, people: people, total: people.count, isSample: false,
      language: .english)
  }

  private static let body = """
    <p>Dear $<NAME>, ${GRADE ?? "no grade"}</p>
    <img src="https://img.example.com/a.png"><img src="https://img.example.com/$<NAME>.png">
    <img src="http://plain.example.com/b.png"><img src="https://odd.example.com/c;d.png">
    <img src="https://who.example.com/p.gif"><img src="https://who.example.com/p.gif?who=$<NAME>">
    <img src="https://host.example.com"><img src="https://host.example.com/$<NAME>.gif">
    <img src="https://dir.example.com/d/"><img src="https://dir.example.com/d/$<NAME>">
    """

  private static let list = "address,NAME,GRADE\na@x.yy,\"<b> & \"\"Kim\"\"\",Gold\nb@x.yy,Lee,\n"

  @Test func `the frame holds the sanitized mail, escaped once`() throws {
    let draft = try Draft.of(body: Self.body)
    let sanitizer = HTMLSanitizer(mode: .email, images: .fixed)
    let preview = try preview(draft, Self.list)
    let pages = Array(preview.pages)
    #expect(pages.map(\.path) == ["x/a@x.yy.html", "x/b@x.yy.html"])
    for (page, person) in zip(pages, preview.people) {
      let html = String(decoding: page.bytes, as: UTF8.self)
      let frame = try #require(html.firstMatch(of: #/ srcdoc="([^"]*)"/#)).output.1
      let mail = sanitizer.sanitize(draft.plan.body.substituting(person.mail.values)).html.bytes
      let shown = frame.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&#96;", with: "`").replacing("&#36;", with: "$")
        .replacing("&#35;", with: "#").replacing("&amp;", with: "&")
      let words = String(decoding: mail, as: UTF8.self).prefix { $0 != "\n" }
      #expect(shown.contains("<body>" + words), "\(words)")
      #expect(html.contains("<iframe class=\"frame\" sandbox=\"\""))
    }
  }

  @Test func `only images that are the same for everybody may load`() throws {
    let pages = Array(try preview(try Draft.of(body: Self.body), Self.list).pages)
    let html = String(decoding: try #require(pages.first).bytes, as: UTF8.self)
    let policies = html.matches(of: #/default-src 'none'[^"&]*/#).map { String($0.output) }
    #expect(!policies.isEmpty)
    for policy in policies {
      let images = [
        "dir.example.com/d/", "host.example.com", "img.example.com/a.png",
        "odd.example.com/c%3Bd.png", "who.example.com/p.gif",
      ]
      #expect(
        policy.hasSuffix("img-src data: " + images.map { "https://" + $0 }.joined(separator: " ")))
      #expect(!policy.contains("script-src"))
    }
  }

  private func page(_ draft: Draft, findings: [Finding] = []) throws -> String {
    let preview = try preview(draft, Self.list, findings: findings)
    let page = try #require(Array(preview.pages).first)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test func `what is damaged or stands in is marked in text and plain in attributes`() throws {
    let text = try page(try Draft.of(body: "<p>$<NAME #{UNSUBSCRIBE_MESSAGE}</p>"))
    #expect(text.contains("&lt;mark style"))
    #expect(text.contains("&lt;span style=&quot;outline"))
    let attribute = try page(
      try Draft.of(body: "<a title=\"$<NAME\" href=\"#{UNSUBSCRIBE_MESSAGE}\">x</a>"))
    #expect(!attribute.contains("&lt;mark style"))
    #expect(!attribute.contains("&lt;span style"))
    #expect(attribute.contains("href=&quot;["))
  }

  @Test func `no number of warnings hides an error`() throws {
    func finding(_ severity: Severity, _ text: Phrase) -> Finding {
      Finding(
        rule: "r", severity: severity, message: Message(text, ko: text),
        location: Location(file: "x"))
    }
    let findings =
      (0..<300).map { finding(.warning, "warning \($0)") } + [finding(.error, "the error")]
    let draft = try Draft.of(body: "<p>x</p>")
    let html = try page(draft, findings: findings)
    #expect(html.contains("the error"))
    #expect(html.contains("281 more"))
    let gallery = Gallery(
      [try preview(draft, Self.list, findings: findings)], language: .english, version: "0")
    let text = String(decoding: gallery.files[0].bytes, as: UTF8.self)
    #expect(text.contains("the error"))
    #expect(text.contains("\"counts\":{\"advice\":0,\"warning\":300,\"error\":1}"))
  }

  @Test func `what lists show of a mail is the beginning of all its text`() throws {
    let long = String(
      repeating: "<p>$<NAME> und so weiter, <b title=\"$<GRADE>\">etc</b></p>", count: 60)
    for body in [Self.body, long, "<p>$<NAME></p>", "<style>p{color:red}</style>\(long)"] {
      let preview = try preview(try Draft.of(body: body), Self.list)
      for person in preview.people {
        let html = preview.body.html(person.mail, problems: person.problems)
        #expect(person.preheader == PlainText.beginning(of: html, characters: 140))
      }
    }
  }

  @Test func `someone whose value is missing has a banner`() throws {
    #expect(try page(try Draft.of(body: "<p>$<NOWHERE></p>")).contains("class=\"findings error\""))
    #expect(!(try page(try Draft.of(body: "<p>x</p>")).contains("class=\"findings error\"")))
  }

  @Test func `the gallery runs its own script alone and keeps data inside its element`() throws {
    let preview = try preview(
      try Draft.of(title: "$<NAME> </script><!--", body: Self.body), Self.list)
    let gallery = Gallery([preview], language: .korean, version: "0")
    let html = String(decoding: gallery.files[0].bytes, as: UTF8.self)
    let scripts = html.matches(of: #/<script[^>]*>((?s:.*?))<\/script>/#)
    #expect(scripts.count == 2)
    let data = try #require(scripts.first).output.1
    #expect(!data.contains("<"))
    _ = try JSONSerialization.jsonObject(with: Data(data.utf8))
    let digest = Data(SHA256.hash(Array(try #require(scripts.last).output.1.utf8)).bytes)
    #expect(html.contains("script-src 'sha256-\(digest.base64EncodedString())'"))
    #expect(gallery.files[0].path == "index.html")
  }
}
