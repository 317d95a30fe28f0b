import TestSupport
import Testing

@testable import Composing
@testable import Markup

/// How values are written where they stand, and which are refused.
@Suite struct EscapingTests {
  private func written(_ escaping: Escaping, _ value: String) -> String? {
    (try? escaping.escaped(value.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("김민수 é 👩‍👩‍👧", "김민수 é 👩‍👩‍👧"), ("a & b", "a &amp; b"),
    ("&amp;", "&amp;amp;"), ("<b>'\"`", "&lt;b&gt;&#39;&quot;&#96;"), ("$", "&#36;"),
    ("#", "&#35;"), ("5$ #1", "5$ #1"), ("${A}", "&#36;{A}"), ("#{A}", "&#35;{A}"),
    ("$${A}#", "$&#36;{A}&#35;"), ("{A}", "&#123;A}"), ("a{", "a{"), ("a\nb", "a\nb"),
    ("-->", "--&gt;"),
  ])
  func `character references`(value: String, expected: String) {
    #expect(written(.html, value) == expected)
  }

  @Test(arguments: [
    ("", ""), ("a-b_c.d~1", "a-b_c.d~1"), ("a b", "a%20b"), ("김", "%EA%B9%80"),
    ("a/b?c#d&e=f", "a%2Fb%3Fc%23d%26e%3Df"), ("100%", "100%25"), ("a%20b", "a%20b"),
    ("a%20b c", "a%2520b%20c"), ("%zz", "%25zz"), ("${A}", "%24%7BA%7D"),
    ("\"><script>", "%22%3E%3Cscript%3E"), ("%", "%25"), ("%4", "%254"), ("%41", "%41"),
  ])
  func `parts of addresses`(value: String, expected: String) {
    #expect(written(.url, value) == expected)
  }

  @Test(arguments: [
    ("", ""), ("kim@example.com", "kim@example.com"), ("+82-10-1234", "+82-10-1234"),
    ("a b,c", "a%20b%2Cc"), ("x?bcc=y@z", "x%3Fbcc%3Dy@z"), ("\"&", "%22%26"),
  ])
  func `behind mailto and tel`(value: String, expected: String) {
    #expect(written(.contact, value) == expected)
  }

  @Test(arguments: [
    ("", ""), ("https://a.bc", "https://a.bc"), ("HTTPS://A.bc/x", "https://A.bc/x"),
    (" http://a.bc/ ", "http://a.bc/"), ("ht\ntps://a.bc", "https://a.bc"),
    ("https://a.bc/?a=1&b=2", "https://a.bc/?a=1&amp;b=2"),
    ("https://a.bc/김 '(x)'", "https://a.bc/%EA%B9%80%20%27%28x%29%27"),
    ("https://a.bc/100%", "https://a.bc/100%25"), ("https://a.bc/%41", "https://a.bc/%41"),
    ("https://a.bc/#", "https://a.bc/&#35;"), ("https://a.bc/${x}", "https://a.bc/$%7Bx%7D"),
    ("https://a.bc/\"><script>", "https://a.bc/%22%3E%3Cscript%3E"),
    ("mailto:kim@example.com?subject=a b", "mailto:kim@example.com?subject=a%20b"),
    ("tel:+82-2-123", "tel:+82-2-123"),
  ])
  func `whole addresses in links`(value: String, expected: String) {
    #expect(written(.address(.link), value) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "java\tscript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x",
    "data:text/html,x", "vbscript:x", "file:///etc/passwd", "/path", "www.example.com", "a b",
    "//a.bc", "\\\\a.bc", "https:a.bc", "https:/a.bc", "https://", "https:///x", "https://?x",
    "https://:80/", "https://bank.example@evil.example/", "https://a.bc\\@evil.example",
    "https://a\u{0}.bc/", "https://a.bc/\u{7F}", "mailto:", "?x:y", "#", ":", "x:",
    "&#106;avascript:x", "javascript&colon;x",
  ])
  func `what is no address to follow`(value: String) {
    #expect(written(.address(.link), value) == nil)
  }

  @Test(arguments: ["mailto:a@b.cc", "tel:1"])
  func `pictures come from the web alone`(value: String) {
    #expect(written(.address(.resource), value) == nil)
    #expect(written(.address(.resource), "https://a.bc/x.png") == "https://a.bc/x.png")
  }

  @Test(
    arguments: [
      (
        Escaping.host, ["a", "www", "a.bc", "x-1"],
        ["", "a/b", "a:1", "a@b", "a b", "한글", "a?", "%41"]
      ),
      (
        .css,
        [
          "", "red", "#fff", "#a1b2c3d4", "1a2b3c", "12px", "-1.5em", "50%", "bold", "sans-serif",
          "_x", "0", "-moz-initial",
        ],
        [
          "red;x", "a b", "url(x)", "a:b", "#ggg", "1.2.3", "--x", "-", "#", "a/*", "\\61", "'x'",
          "expression(1)", "red!important", "1e", "}", String(repeating: "a", count: 65),
        ].filter { $0 != "1e" }
      ),
      (
        .typed(.number), ["", "600", "100%", "1.5", "12px", "-1"],
        ["wide", "1 2", "1em", "%", "\""]
      ),
      (.typed(.color), ["", "red", "#ff0000", "ff0000"], ["a b", "rgb(1,2,3)", "#", "red\""]),
      (.typed(.alignment), ["", "left", "CENTER", "top"], ["leftish", "left "]),
      (.typed(.direction), ["", "rtl", "ltr", "AUTO"], ["up", "rtl x"]),
    ])
  func `values with a grammar`(escaping: Escaping, accepted: [String], refused: [String]) {
    for value in accepted { #expect(written(escaping, value) == value, "\(escaping) \(value)") }
    for value in refused + ["\"><script>", "${A}", "a\nb", "a\u{0}"] {
      #expect(written(escaping, value) == nil, "\(escaping) \(value)")
    }
  }

  @Test(arguments: ["<b>", "${A}", "a & b", "$", ""])
  func `title and finished values stay as they are`(value: String) {
    #expect(written(.title, value) == value)
    #expect(written(.final, value) == value)
  }

  private static let all: [Escaping] =
    [.title, .html, .address(.link), .address(.resource), .host, .url, .contact, .css, .final]
    + AttributeGrammar.allCases.map(Escaping.typed)

  @Test func `what is written is as long as measured and makes no mark`() async throws {
    for value in HostileValues.all { #expect(Self.problem(Array(value.utf8)) == nil, "\(value)") }
    try await Fuzz.run("escapers", iterations: 2_000, on: HostileValues.bytes) { bytes, _ in
      Self.problem(bytes)
    }
  }

  /// Outside the title, nothing written opens a mark of the service, whatever stands beside it.
  private static func problem(_ value: [UInt8]) -> String? {
    for escaping in all {
      let text = try? escaping.escaped(value)
      guard (try? escaping.measure(value)) == text?.count else { return "\(escaping): the size" }
      guard let text, escaping != .title, escaping != .final else { continue }
      if text.holdsMark || text.last == UInt8(ascii: "$") || text.last == UInt8(ascii: "#")
        || text.first == UInt8(ascii: "{")
      {
        return "\(escaping): a mark in \(String(decoding: text, as: UTF8.self))"
      }
      if escaping == .html, CharacterReferences.decoded(text[...], in: .attribute) != value {
        return "\(escaping): read back otherwise"
      }
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether `${` or `#{` stands in it.
  var holdsMark: Bool {
    zip(self, dropFirst()).contains { sign, brace in
      brace == UInt8(ascii: "{") && (sign == UInt8(ascii: "$") || sign == UInt8(ascii: "#"))
    }
  }
}
