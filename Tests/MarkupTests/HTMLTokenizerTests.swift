import Testing

@testable import Markup

/// Tokens by example: each is written as its kind and its text, and together they tile the source.
struct HTMLTokenizerTests {
  /// A text and its tokens, each as "kind text".
  struct Row: Sendable, CustomTestStringConvertible {
    let source: String
    let tokens: [String]

    init(_ source: String, _ tokens: String...) {
      self.source = source
      self.tokens = tokens
    }

    var testDescription: String { source }
  }

  private func check(_ row: Row) {
    let source = MarkedSource(row.source)
    #expect(source.scan.tokens.map { "\($0.kind) \(source.text($0.range))" } == row.tokens)
  }

  @Test(arguments: [
    Row(""),
    Row("a", "text a"),
    Row("a<", "text a<"),
    Row("a</", "text a</"),
    Row("a<1", "text a<1"),
    Row("<b>a</b>", "startTag <b>", "text a", "endTag </b>"),
    Row("<b\n>", "startTag <b\n>"),
    Row("<b/>a", "startTag <b/>", "text a"),
    Row("</>a", "dropped </>", "text a"),
    Row("a<b c='>'>d", "text a", "startTag <b c='>'>", "text d"),
    Row("a<b c=\"", "text a", "dropped <b c=\""),
    Row("<b", "dropped <b"),
    Row("<b c=d/>a", "startTag <b c=d/>", "text a"),
    Row("<$<X>a>", "text <$<X>a>"),
    Row("<b $<X>>a", "startTag <b $<X>>", "text a"),
    Row("<b c=${X > Y}>a", "startTag <b c=${X > Y}>", "text a"),
    Row("<b c=\"${X ?? \"y\"}\">a", "startTag <b c=\"${X ?? \"y\"}\">", "text a"),
    Row("<p>${A ?? \"<b>\"}</p>", "startTag <p>", "text ${A ?? \"<b>\"}", "endTag </p>"),
  ])
  func `finds tags and text`(row: Row) { check(row) }

  @Test(arguments: [
    Row("<!-->a", "comment <!-->", "text a"),
    Row("<!--->a", "comment <!--->", "text a"),
    Row("<!--a--!>b", "comment <!--a--!>", "text b"),
    Row("<!--a->b-->c", "comment <!--a->b-->", "text c"),
    Row("<!--a--->", "comment <!--a--->"),
    Row("<!--a", "comment <!--a"),
    Row("<!--${X ?? \"-->\"}-->a", "comment <!--${X ?? \"-->\"}-->", "text a"),
    Row("<!--a-$<X>->-->", "comment <!--a-$<X>->-->"),
    Row("<!a>b", "bogusComment <!a>", "text b"),
    Row("<?a?>b", "bogusComment <?a?>", "text b"),
    Row("</ a>b", "bogusComment </ a>", "text b"),
    Row("<!", "bogusComment <!"),
    Row("<!doctype html>a", "doctype <!doctype html>", "text a"),
    Row("<!DOCTYPE a PUBLIC \"b>c", "doctype <!DOCTYPE a PUBLIC \"b>", "text c"),
    Row("<![CDATA[a]]>b", "bogusComment <![CDATA[a]]>", "text b"),
    Row("<svg><![CDATA[<b>]]></svg>", "startTag <svg>", "cdata <![CDATA[<b>]]>", "endTag </svg>"),
    Row("<svg></svg><![CDATA[a>", "startTag <svg>", "endTag </svg>", "bogusComment <![CDATA[a>"),
  ])
  func `finds comments and declarations`(row: Row) { check(row) }

  @Test(arguments: [
    Row("<title><b></title >a", "startTag <title>", "text <b>", "endTag </title >", "text a"),
    Row("<style><!--</style>a", "startTag <style>", "text <!--", "endTag </style>", "text a"),
    Row("<textarea></text</TEXTAREA>", "startTag <textarea>", "text </text", "endTag </TEXTAREA>"),
    Row("<style></style", "startTag <style>", "text </style"),
    Row("<style></style ", "startTag <style>", "dropped </style "),
    Row("<style></st$<X>yle>", "startTag <style>", "text </st$<X>yle>"),
    Row("<script>'</b>'</script>", "startTag <script>", "text '</b>'", "endTag </script>"),
    Row(
      "<script><!--<script></script></script>a", "startTag <script>", "text <!--<script></script>",
      "endTag </script>", "text a"),
    Row(
      "<script><!--<script>--></script>", "startTag <script>", "text <!--<script>-->",
      "endTag </script>"),
    Row("<plaintext></plaintext>", "startTag <plaintext>", "text </plaintext>"),
    Row("<noscript><b></noscript>", "startTag <noscript>", "startTag <b>", "endTag </noscript>"),
    Row(
      "<svg><style><b></style>", "startTag <svg>", "startTag <style>", "startTag <b>",
      "endTag </style>"),
    Row(
      "<svg><p><style><b></style>", "startTag <svg>", "startTag <p>", "startTag <style>",
      "text <b>", "endTag </style>"),
    Row(
      "<svg><foreignObject><title><b></title>", "startTag <svg>", "startTag <foreignObject>",
      "startTag <title>", "text <b>", "endTag </title>"),
  ])
  func `reads raw text`(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "<!--[if mso]><p>a</p><![endif]-->b", "conditionalStart <!--[if mso]>", "startTag <p>",
      "text a", "endTag </p>", "conditionalEnd <![endif]-->", "text b"),
    Row(
      "<!--[IF (gte mso 9)|(IE)]>a<![ENDIF]-->", "conditionalStart <!--[IF (gte mso 9)|(IE)]>",
      "text a", "conditionalEnd <![ENDIF]-->"),
    Row(
      "<!--[if mso]>a-->b", "conditionalStart <!--[if mso]>", "text a", "conditionalEnd -->",
      "text b"),
    Row("<!--[if mso]>a", "conditionalStart <!--[if mso]>", "text a", "conditionalEnd "),
    Row(
      "<!--[if mso]><style>a<![endif]--><b>", "conditionalStart <!--[if mso]>",
      "startTag <style>", "text a", "conditionalEnd <![endif]-->", "startTag <b>"),
    Row(
      "<!--[if !mso]><!-->a<!--<![endif]-->", "conditionalStart <!--[if !mso]><!-->", "text a",
      "conditionalEnd <!--<![endif]-->"),
    Row(
      "<!--[if !mso]> <!-->a<!-- <![endif]-->", "conditionalStart <!--[if !mso]> <!-->",
      "text a", "conditionalEnd <!-- <![endif]-->"),
    Row(
      "<!--[if !mso]><!-- -->a<!--<![endif]-->", "conditionalStart <!--[if !mso]><!-- -->",
      "text a", "conditionalEnd <!--<![endif]-->"),
    Row(
      "<!--[if !IE]>-->a<!--<![endif]-->", "conditionalStart <!--[if !IE]>-->", "text a",
      "conditionalEnd <!--<![endif]-->"),
    Row(
      "<!--[if !a]-->b<!--[endif]-->", "comment <!--[if !a]-->", "text b", "comment <!--[endif]-->"),
    Row(
      "<![if !mso]>a<![endif]>", "conditionalStart <![if !mso]>", "text a",
      "conditionalEnd <![endif]>"),
    Row("<![if a>", "bogusComment <![if a>"),
    Row("<!--[if a] b-->", "comment <!--[if a] b-->"),
    Row(
      "<!--[if mso]><!--[if a]>b<![endif]-->", "conditionalStart <!--[if mso]>",
      "comment <!--[if a]>b", "conditionalEnd <![endif]-->"),
  ])
  func `looks into conditional comments`(row: Row) { check(row) }

  @Test func `says which tokens are conditional`() {
    let source = MarkedSource("a<!--[if mso]>b<![endif]--><![if !x]>c<![endif]>d")
    let found = source.scan.tokens.map { token in
      token.conditional.map { "\($0.isHidden) \(source.text($0.expression))" } ?? "-"
    }
    #expect(
      found == [
        "-", "true mso", "true mso", "true mso", "false !x", "false !x", "false !x", "-",
      ])
  }

  @Test func `gives the ranges of names and values`() throws {
    let source = MarkedSource("<A Href='b c' D=e f G=\"\" h = 'i'/>")
    let tag = try #require(source.scan.tokens.first)
    #expect(tag.name == "a")
    #expect(tag.nameRange == 1..<2)
    #expect(tag.isSelfClosing)
    #expect(tag.attributes.map(\.name) == ["href", "d", "f", "g", "h"])
    #expect(tag.attributes.map(\.quote) == [.single, .none, .none, .double, .single])
    #expect(tag.attributes.map { $0.valueRange.map(source.text) } == ["b c", "e", nil, "", "i"])
    #expect(
      tag.attributes.map { source.text($0.range) } == [
        "Href='b c'", "D=e", "f", "G=\"\"", "h = 'i'",
      ])
  }

  @Test func `lets the first attribute of a name count`() throws {
    let source = MarkedSource("<a b=1 B=2>")
    let tag = try #require(source.scan.tokens.first)
    #expect(tag.attributes.count == 2)
    #expect(tag.attribute("b")?.valueRange.map(source.text) == "1")
  }

  @Test(arguments: [
    ("<!-- a -->", " a "), ("<!-->", ""), ("<!--a-", "a"), ("<!--a--", "a"), ("<!--a--!", "a"),
    ("<!--a--!>", "a"), ("<!x>", "x"), ("<?x>", "?x"), ("</1>", "1"), ("<!--a$<X>-", "a$<X>"),
  ])
  func `gives the data of comments`(text: String, data: String) throws {
    let source = MarkedSource(text)
    let token = try #require(source.scan.tokens.first)
    #expect(source.text(token.contentRange) == data)
  }

  @Test func `finds the token at an offset`() {
    let scan = MarkedSource("a<b>c").scan
    #expect(scan.token(at: 0)?.kind == .text)
    #expect(scan.token(at: 3)?.kind == .startTag)
    #expect(scan.token(at: 4)?.range == 4..<5)
    #expect(scan.token(at: 5) == nil)
    #expect(scan.token(at: -1) == nil)
  }

  @Test func `does not look into placeholders`() {
    let text = Array("<p a=\"@@@@@@@@\">@@@@@@@@</p><!--@@@@@@@@-->".utf8)
    let atoms = [6..<14, 16..<24, 32..<40]
    let plain = MarkupScan(of: text, atoms: atoms)
    for filler in ["\"></p>--", "-->-->--", "<!--<!--", "&&&&\0\u{7F}''"] {
      var bytes = text
      for atom in atoms { bytes.replaceSubrange(atom, with: filler.utf8) }
      let scan = MarkupScan(of: bytes, atoms: atoms)
      #expect(scan.tokens == plain.tokens)
      #expect(scan.contexts == plain.contexts)
    }
  }
}
