import Foundation
import TestSupport
import Testing

@testable import Markup

/// What mails are made of survives.
struct SanitizerRetentionTests {
  private static let templates = ["grade-change", "newsletter", "receipt"]

  @Test(arguments: templates)
  func `visible text of the templates stays`(name: String) throws {
    let url = Checkout.url.appending(path: "templates/\(name)/body.html")
    let source = Array(try Data(contentsOf: url))
    let atoms = MarkedSource(source).atoms
    let result = HTMLSanitizer(mode: .email, images: .fixed).sanitize(source, atoms: atoms)
    var filled = source
    for atom in atoms.reversed() { filled.replaceSubrange(atom, with: "V".utf8) }
    #expect(Self.text(result.html.bytes { _ in Array("V".utf8) }) == Self.text(filled))
  }

  @Test(arguments: MailMarkup.pieces)
  func `visible text stays`(text: String) {
    let source = Array(text.utf8)
    let output = HTMLSanitizer(mode: .email, images: .fixed).sanitize(source).html.bytes
    #expect(Self.text(output) == Self.text(source))
  }

  private static func text(_ html: [UInt8]) -> String {
    PlainText.beginning(of: html, characters: 1_000_000)
  }

  @Test(arguments: [
    "<table width=\"100%\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" bgcolor=\"#ffffff\" align=\"center\" background=\"https://a.example/b.png\" role=\"presentation\" summary=\"x\" rules=\"none\" frame=\"void\" dir=\"ltr\"></table>",
    "<font color=\"#ff0000\" face=\"Arial, &#39;맑은 고딕&#39;\" size=\"-1\"></font>",
    "<img src=\"https://a.example/i.png\" alt=\"가\" width=\"1\" height=\"1\" border=\"0\" hspace=\"2\" vspace=\"3\" align=\"absmiddle\">",
    "<hr size=\"1\" width=\"50%\" noshade=\"\" color=\"red\">", "<br clear=\"all\">",
    "<ol start=\"3\" type=\"a\"><li value=\"4\"></li></ol>",
    "<p class=\"a b\" id=\"c\" lang=\"ko\" title=\"d\" aria-label=\"e\" aria-hidden=\"true\"></p>",
  ])
  func `old attributes stay as they are`(text: String) {
    let output = HTMLSanitizer(mode: .email, images: .fixed).sanitize(Array(text.utf8)).html.bytes
    #expect(String(decoding: output, as: UTF8.self) == text)
  }
}
