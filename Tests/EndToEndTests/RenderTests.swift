import Foundation
import Testing

/// `tmpl render` against a substituter of a few lines that knows nothing of the tool.
@Suite struct RenderTests {
  private static let body = """
    <!doctype html>
    <p class="a">Dear $<X>, $5 < $10 &amp; ${X}! US$$<X></p>
    <img alt="$<X> said 'hi'" src="https://img.example.com/a.png">
    <a href='https://example.com/search?q=$<X>&amp;r=1'>look</a>
    <!-- to $<X> -->
    <!--[if mso]><table><tr><td>$<X></td></tr></table><![endif]-->
    <ul><li>Zeilen\tund   Leerzeichen bleiben\r
    </ul>

    """

  private static let values = [
    "Kim", "김민수", "O'Brien & Söhne", "\"><script>alert(1)</script>", "a b/c?d=e#f", "100%", "🫖👩‍👩‍👧",
    "`tick`", "مريم",
  ]

  /// Replaces `$<X>` and `${X}`: percent-encoded behind `q=`, with character references elsewhere.
  private func reference(_ value: String) -> String {
    let unreserved = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    let encoded = value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    var escaped = value.replacing("&", with: "&amp;")
    for (character, reference) in [
      ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("`", "&#96;"),
    ] {
      escaped = escaped.replacing(character, with: reference)
    }
    return Self.body.replacing("q=$<X>", with: "q=" + encoded)
      .replacing("$<X>", with: escaped).replacing("${X}", with: escaped)
  }

  @Test func `every byte is as a reference substituter writes it`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi\"}", to: "templates/x/mail.json")
    try folder.write(Self.body, to: "templates/x/body.html")
    let people = Self.values.enumerated().map {
      ["address": "p\($0)@example.com", "X": $1]
    }
    try folder.write(try JSONEncoder().encode(people), to: "list.json")
    for (index, value) in Self.values.enumerated() {
      let result = try folder.tool.run([
        "render", "x", "-r", "list.json", "--format", "html", "--row", "\(index + 1)",
      ])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text == reference(value))
    }
  }
}
