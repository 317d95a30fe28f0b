/// Values that try to be more than text, for every place that a value can stand in.
public enum HostileValues {
  /// The values.
  public static let all: [String] = [
    "", " ", "a", "script", "x y", "$", "#", "&", "<", "--", "a$", "a#", "a&", "a<", "a--", "{",
    "}",
    "${A}", "#{A}", "$<A>", "#{UNSUBSCRIBE_MESSAGE}", "&lt", "&amp;", "&#60;", "#60", "lt;",
    "\"", "'", "`", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "</title><script>x</script>", "</style><b>", "</textarea><b>", "--><b>", "-->", "--!>", "->",
    ">",
    "!>", "]]>", "<![endif]-->", "<!--", "<!--[if mso]>", "<svg><style>", "<b", "</b",
    "<!doctype x>",
    "onclick=x", "\" onclick=\"x", "' onclick='x", " onclick=x ", "=x", "/>", "javascript:alert(1)",
    "java\tscript:x", "JAVASCRIPT:x", "data:text/html,<b>", "https://a.bc/", "https://a@b.cc/",
    "//a.bc",
    "mailto:a@b.cc", "a.bc", "..", ".", "%2e%2e", "%", "%00", "a/b?c#d", "red", "#fff", "12px",
    "red;background:url(x)", "expression(alert(1))", "url(javascript:x)", "/*", "*/", "\\",
    "}b{x:y",
    "a\nb", "a\rb", "a\tb", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}",
    "\u{200B}",
    "\u{202E}x", "김민수", "👩‍👩‍👧", "é", "\u{FF1C}b\u{FF1E}", String(repeating: "<", count: 300),
  ]

  /// Characters to make up more from.
  public static let characters: [Character] = Array(
    "ab1 \t\n\"'`<>&;#$%{}()[]/\\:@?=+-_.,!*|~^김é🫖\u{0}\u{85}\u{2028}\u{200B}")

  /// One of the values, or a text made up from the characters.
  public static func text(_ random: inout SeededGenerator) -> String {
    if Int.random(in: 0..<4, using: &random) == 0 { return all.randomElement(using: &random) ?? "" }
    return String(
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        characters.randomElement(using: &random) ?? "x"
      })
  }

  /// Such a text, or bytes that are none.
  public static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text(&random).utf8)
    if Int.random(in: 0..<4, using: &random) == 0 {
      let place = Int.random(in: 0...bytes.count, using: &random)
      bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: place)
    }
    return bytes
  }
}
