import Testing

@testable import Markup

/// Names that get a prefix, and all that refers to them.
struct NamePrefixTests {
  private static let sanitizer = HTMLSanitizer(mode: .email, prefixesNames: true)

  @Test(arguments: [
    ("<p id=a>x</p>", "<p id=\"u-a\">x</p>"),
    ("<p id=u-a>x</p>", "<p id=\"u-a\">x</p>"),
    ("<a name=a>x</a>", "<a name=\"u-a\">x</a>"),
    ("<a href='#a'>x</a>", "<a href=\"#u-a\">x</a>"),
    ("<a href='#'>x</a>", "<a href=\"#\">x</a>"),
    ("<b aria-labelledby='a b'>x</b>", "<b aria-labelledby=\"u-a u-b\">x</b>"),
    ("<b class='a b'>x</b>", "<b class=\"a b\">x</b>"),
    (
      "<table><tr><th id=a>x<td headers='a  u-b'>y</table>",
      "<table><tbody><tr><th id=\"u-a\">x</th><td headers=\"u-a u-b\">y</td></tr></tbody></table>"
    ),
    ("<style>#a,p#b>.c{color:red}</style>", "<style>#u-a,p#u-b>.c{color:red}</style>"),
    (
      "<style>[id=a],[name^=\"b\"],[id$=c],[href='#d'],[class=e]{color:#fff}</style>",
      "<style>[id='u-a'],[name^='u-b'],[id$='c'],[href='#u-d'],[class='e']{color:#fff}</style>"
    ),
    ("<img usemap='#a' alt=x><label for=a>y</label>", "<img alt=\"x\">y"),
  ])
  func `get the prefix everywhere, once`(source: String, expected: String) {
    let output = Self.sanitizer.sanitize(Array(source.utf8)).html.bytes
    #expect(String(decoding: output, as: UTF8.self) == expected)
    #expect(Self.sanitizer.sanitize(output).html.bytes == output)
  }

  @Test func `stay as they are unless asked for`() {
    let source = Array("<p id=\"a\">x</p>".utf8)
    #expect(HTMLSanitizer(mode: .email).sanitize(source).html.bytes == source)
  }

  /// Other addresses keep their fragments: they lead to names of other pages.
  @Test func `other pages' names stay`() {
    let source = Array("<a href='https://a.example/#a'>x</a>".utf8)
    let output = String(decoding: Self.sanitizer.sanitize(source).html.bytes, as: UTF8.self)
    #expect(output.hasPrefix("<a href=\"https://a.example/#a\" "))
  }
}
