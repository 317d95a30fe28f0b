import Composing
import Testing

/// How values are written where they stand.
@Suite struct EscapingTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("김민수 é 👩‍👩‍👧", "김민수 é 👩‍👩‍👧"), ("a & b", "a &amp; b"),
    ("&amp;", "&amp;amp;"), ("<b>'\"`", "&lt;b&gt;&#39;&quot;&#96;"), ("$", "&#36;"),
    ("#", "&#35;"), ("5$ #1", "5$ #1"), ("${A}", "&#36;{A}"), ("#{A}", "&#35;{A}"),
    ("$${A}#", "$&#36;{A}&#35;"), ("{A}", "&#123;A}"), ("a{", "a{"), ("a\nb", "a\nb"),
    ("-->", "--&gt;"),
  ])
  func `character references`(value: String, expected: String) {
    #expect(String(decoding: Escaping.html.escaped(value.utf8), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("", ""), ("a-b_c.d~1", "a-b_c.d~1"), ("a b", "a%20b"), ("김", "%EA%B9%80"),
    ("a/b?c#d&e=f", "a%2Fb%3Fc%23d%26e%3Df"), ("100%", "100%25"), ("a%20b", "a%20b"),
    ("a%20b c", "a%2520b%20c"), ("%zz", "%25zz"), ("${A}", "%24%7BA%7D"),
    ("\"><script>", "%22%3E%3Cscript%3E"), ("%", "%25"), ("%4", "%254"), ("%41", "%41"),
  ])
  func `parts of addresses`(value: String, expected: String) {
    #expect(String(decoding: Escaping.url.escaped(value.utf8), as: UTF8.self) == expected)
  }

  @Test(arguments: ["<b>", "${A}", "a & b", "$", ""])
  func `title and finished values stay as they are`(value: String) {
    #expect(Escaping.title.escaped(value.utf8) == Array(value.utf8))
    #expect(Escaping.final.escaped(value.utf8) == Array(value.utf8))
  }
}
