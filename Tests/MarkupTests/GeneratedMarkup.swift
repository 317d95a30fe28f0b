import TestSupport

/// Random markup: nested names of all kinds, quotes, comment openers, and one handler as a mark.
enum GeneratedMarkup {
  private static let names = [
    "a", "b", "i", "font", "p", "div", "span", "h1", "h2", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "tbody", "thead", "tr", "td", "th", "caption", "colgroup", "col", "pre", "br", "img",
    "style", "script", "title", "textarea", "xmp", "noscript", "iframe", "svg", "math", "template",
    "select", "o:p", "center",
  ]

  private static let pieces = [
    "<!--", "-->", "--!>", "<!", "<?", "<![CDATA[", "]]>", "\"", "'", "`", "<", ">", "/", "=", "&",
    "&lt;", "&#x3c;", "&amp", " ", "\n", "\0", "x", "가", "<!--[if mso]>", "<![endif]-->",
    "<!--[if !mso]><!-->", "<!--<![endif]-->", "<![if !mso]>", "<![endif]>", "</style", "</p",
    "<plaintext>", "\u{202E}", "\u{FFFF}", "\u{F0000}", "&#xF0001;", "\r\n", "\u{0C}",
  ]

  private static let attributes = [
    "onerror=\"MARK()\"", "href=\"javascript:MARK()\"", "href='https://a.example/?a=1&b=2'",
    "src=\"https://a.example/i.png\"", "style=\"color:red\"", "class=\"a b\"", "width=100%",
    "title=\"<img src=x onerror=MARK()>\"", "title='\"><b>'", "background=javascript:MARK()",
    "align=center", "id=x", "nowrap", "a=\"", "'", "/", "href=#top",
  ]

  /// A text of some pieces.
  static func text(_ random: inout SeededGenerator, pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += piece(&random) }
    return text
  }

  private static func piece(_ random: inout SeededGenerator) -> String {
    let name = names[Int.random(in: 0..<names.count, using: &random)]
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: return "<\(name)>"
    case 4:
      let attribute = attributes[Int.random(in: 0..<attributes.count, using: &random)]
      return "<\(name) \(attribute)>"
    case 5...6: return "</\(name)>"
    case 7: return "t"
    default: return pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
  }
}
