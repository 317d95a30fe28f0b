import Testing

@testable import Markup

/// Contexts by example: every row of the table of contexts, what is refused, and what is not.
struct PlaceholderContextTests {
  /// A text with one or more placeholders, and the contexts to find.
  struct Row: Sendable, CustomTestStringConvertible {
    let source: String
    let contexts: [PlaceholderContext]

    init(_ source: String, _ contexts: PlaceholderContext...) {
      self.source = source
      self.contexts = contexts
    }

    var testDescription: String { source }
  }

  private func check(_ row: Row) { #expect(MarkedSource(row.source).scan.contexts == row.contexts) }

  @Test(arguments: [
    Row("$<X>", .text),
    Row("<p>Hello $<X>, ${Y}!</p>", .text, .text),
    Row("a < b $<X>", .text),
    Row("5<$5 $<X>", .text),
    Row("<1$<X>", .text),
    Row("a & b$<X>", .text),
    Row("&amp;$<X>", .text),
    Row("&amp $<X>", .text),
    Row("&-$<X>", .text),
    Row("$<X>amp;", .text),
    Row("$<X>>", .text),
    Row("$<X><b>", .text),
    Row("<title>a</title>$<X>", .text),
    Row("<style/></style>$<X>", .text),
    Row("<br/>$<X>", .text),
    Row("</>$<X>", .text),
    Row(#"<p title="$<X>">$<Y></p>"#, .attribute(element: "p", name: "title"), .text),
  ])
  func `finds text`(row: Row) { check(row) }

  @Test(arguments: [
    Row("<title>$<X></title>", .characterData(element: "title")),
    Row(
      "<TEXTAREA> a < b $<X> ${Y}</textarea>$<Z>",
      .characterData(element: "textarea"), .characterData(element: "textarea"), .text),
    Row("<title>$<X>", .characterData(element: "title")),
    Row("<title></b$<X></title>", .characterData(element: "title")),
    Row("<title></titles$<X></title>", .characterData(element: "title")),
    Row("<title><$<X></title>", .refused(.afterMarkupOpen)),
    Row("<title></$<X></title>", .refused(.afterMarkupOpen)),
    Row("<title></ti$<X>tle>", .refused(.tagName)),
    Row("<title></title$<X>></title>", .refused(.tagName)),
    Row("<title>&am$<X></title>", .refused(.characterReference)),
  ])
  func `finds character data`(row: Row) { check(row) }

  @Test(arguments: [
    Row(#"<img alt="$<X>">"#, .attribute(element: "img", name: "alt")),
    Row("<IMG ALT='a $<X> b'>", .attribute(element: "img", name: "alt")),
    Row(#"<td width = "$<X>">"#, .attribute(element: "td", name: "width")),
    Row(#"<tr bgcolor="$<X>">"#, .attribute(element: "tr", name: "bgcolor")),
    Row(#"<p a="<$<X>">"#, .attribute(element: "p", name: "a")),
    Row(
      #"<p a="1" b="$<X>$<Y>">"#, .attribute(element: "p", name: "b"),
      .attribute(element: "p", name: "b")),
    Row(#"<p data="$<X>">"#, .attribute(element: "p", name: "data")),
    Row(#"<meta name="a" content="$<X>">"#, .attribute(element: "meta", name: "content")),
    Row(#"<p on="$<X>">"#, .attribute(element: "p", name: "on")),
    Row(#"<svg width="$<X>"></svg>"#, .attribute(element: "svg", name: "width")),
    Row(#"<a title="?a=1&b=$<X>">"#, .attribute(element: "a", name: "title")),
  ])
  func `finds attributes`(row: Row) { check(row) }

  private static func url(_ source: String, _ parts: URLPart...) -> Row {
    var row = Row(#"<a href=""# + source + #"">"#)
    row = Row(row.source, contexts: parts.map { .url(element: "a", attribute: "href", part: $0) })
    return row
  }

  @Test(arguments: [
    url("$<X>", .start), url("  $<X>", .start), url("&#9;$<X>", .start),
    url("$<X>$<Y>", .start, .scheme), url("$<X>a$<Y>", .start, .scheme),
    url("$<X>/a/$<Y>?b=$<Z>#$<W>", .start, .path, .query, .fragment),
    url("$<X>?a=$<Y>", .start, .query), url("$<X>#$<Y>", .start, .fragment),
    url("$<X>//$<Y>", .start, .scheme), url("$<X>:$<Y>", .start, .scheme),
    url("$<X>://h/$<Y>", .start, .path), url("$<X>://$<Y>/", .start, .host),
    url("java$<X>", .scheme), url("javascript:$<X>", .foreign), url("data:$<X>", .foreign),
    url("javascript:a?b#$<X>", .foreign), url("&#106;avascript&colon;$<X>", .foreign),
    url("https:$<X>", .scheme), url("https:/$<X>", .scheme), url("https:a/$<X>", .path),
    url("https://$<X>", .host), url("HTTPS://$<X>.example.com/", .host),
    url(#"https:\\$<X>"#, .host), url("https&colon;&sol;&#x2F;$<X>", .host),
    url("https://a.example:$<X>/", .host), url("https://$<X>/$<Y>", .host, .path),
    url("https://a.example/$<X>", .path), url("https://a.example/$<X>/$<Y>", .path, .path),
    url("https://a.example?$<X>", .query),
    url("https://a.example/?a=$<X>&amp;b=$<Y>", .query, .query),
    url("https://a.example/?a=&lt;$<X>", .query), url("?a=1&num=$<X>", .query),
    url("?a&num;$<X>", .fragment), url("https&#58//&#97&period;b&sol;$<X>", .path),
    url("https://a.example/#$<X>?$<Y>", .fragment, .fragment),
    url("/$<X>", .path), url("//$<X>", .host), url("/$<X>/$<Y>", .path, .scheme),
    url("a/$<X>", .path), url("./$<X>", .path), url("a$<X>/$<Y>", .scheme, .path),
    url("?a=$<X>", .query), url("#$<X>", .fragment),
    url("mailto:$<X>", .opaque), url("mailto:$<X>?subject=$<Y>", .opaque, .query),
    url("tel:+82$<X>", .opaque), url("ma\nilto:$<X>", .opaque),
  ])
  func `finds the parts of an address`(row: Row) { check(row) }

  @Test(arguments: [
    Row(#"<img src='$<X>'>"#, .url(element: "img", attribute: "src", part: .start)),
    Row(#"<td background="a/$<X>">"#, .url(element: "td", attribute: "background", part: .path)),
    Row(#"<object data="$<X>">"#, .url(element: "object", attribute: "data", part: .start)),
    Row(#"<v:image o:href="$<X>">"#, .url(element: "v:image", attribute: "o:href", part: .start)),
    Row(#"<form action="$<X>">"#, .url(element: "form", attribute: "action", part: .start)),
    Row(#"<a href="?a=1&$<X>">"#, .refused(.characterReference)),
  ])
  func `knows the attributes with addresses`(row: Row) { check(row) }

  private static func style(_ source: String, _ positions: CSSPosition...) -> Row {
    Row(
      #"<p style=""# + source + #"">"#,
      contexts: positions.map { .css(.attribute(element: "p"), $0) })
  }

  private static func sheet(_ source: String, _ positions: CSSPosition...) -> Row {
    Row("<style>" + source + "</style>", contexts: positions.map { .css(.element, $0) })
  }

  @Test(arguments: [
    style("color:$<X>", .value), style("color: #$<X>; width:${Y}px", .value, .value),
    style("$<X>", .property), style("color:red;$<X>:red", .property),
    style("font-family:'$<X>'", .string),
    style("font-family:&quot;$<X>&#34;;a:$<Y>", .string, .value),
    style("background:url($<X>)", .url), style("background: URL('$<X>') $<Y>", .url, .value),
    style("background:&#117;rl&lpar;$<X>)", .url), style("width:curl($<X>)", .value),
    style("a:b(;$<X>);$<Y>", .value, .property), style("/*$<X>*/a:$<Y>", .comment, .value),
    style("a:/$<X>*", .elsewhere), style("a:$<X>(1)", .elsewhere), style(#"a:\$<X>"#, .elsewhere),
    style("font-family:a&nbsp;b,$<X>", .value), style("a&colon;b&semi;c&#58;$<X>", .value),
    style("a:&amp$<X>"),
    sheet("p{color:$<X>}", .value), sheet("$<X>{}", .selector), sheet("p{$<X>:a}", .property),
    sheet("p{a:b}$<X>", .selector), sheet("@media $<X>{p{a:$<Y>}}", .elsewhere, .value),
    sheet("@media a{p{b:c} $<X>{", .selector), sheet("@font-face{a:$<X>}", .value),
    sheet("@import '$<X>';", .string), sheet("<!--p{a:$<X>}-->", .value),
    sheet("p{a:'b\n;c:$<X>}", .value), sheet(#"p{a:"\"$<X>"}"#, .string),
  ])
  func `finds positions in CSS`(row: Row) {
    if row.contexts.isEmpty {
      #expect(MarkedSource(row.source).scan.contexts == [.refused(.characterReference)])
    } else {
      check(row)
    }
  }

  @Test(arguments: [
    Row("<!--$<X>-->", .comment), Row("<!-- $<X> -->", .comment), Row("<!--$<X>--!>", .comment),
    Row("<!--$<X>--->", .comment), Row("<!-- $<X>", .comment),
    Row("<!-- $<X>$<Y>-->", .comment, .comment),
    Row("<?xml $<X>?>", .comment), Row("<!x$<X>>", .comment), Row("</1$<X>>", .comment),
    Row("<!--$<X>>", .refused(.commentEnd)), Row("<!-- $<X>->-->", .refused(.commentEnd)),
    Row("<!-- $<X>-!>-->", .refused(.commentEnd)), Row("<!-- $<X>!>-->", .refused(.commentEnd)),
    Row("<!-- $<X>$<Y>>-->", .comment, .refused(.commentEnd)),
  ])
  func `finds comments`(row: Row) { check(row) }

  /// Where readers differ, or read past what quotes and elements say: none may hold a value.
  @Test(arguments: [
    Row(#"<!--[if mso]><img alt="$<X>> more"><b>x</b><![endif]-->"#, .refused(.commentEnd)),
    Row(#"<!--[if mso]><i style="color:$<X>->">q</i><![endif]-->"#, .refused(.commentEnd)),
    Row(
      #"<math><annotation-xml encoding="text/html"><p>a</p></annotation-xml><title><p>$<X></title>"#,
      .refused(.insideElement("annotation-xml"))),
    Row("<noscript><textarea></noscript>$<X></textarea>", .refused(.insideElement("noscript"))),
    Row("<select><title><input>$<X></title></select>", .refused(.insideElement("select"))),
    Row(#"<meta charset="$<X>">"#, .refused(.forbiddenAttribute(name: "charset"))),
    Row(
      #"<meta http-equiv="Content-Type" content="text/html; charset=$<X>">"#, .refused(.refresh)),
    Row("&#\(String(repeating: "0", count: 1001))6$<X>", .refused(.characterReference)),
    Row(
      String(repeating: "<table><caption>", count: 257) + "<svg><title><p>$<X>",
      .refused(.insideElement("svg"))),
  ])
  func `refuses what is read in two ways`(row: Row) { check(row) }

  @Test(arguments: [
    Row("<$<X>", .refused(.afterMarkupOpen)),
    Row("<$<X>$<Y>", .refused(.afterMarkupOpen), .refused(.afterMarkupOpen)),
    Row("</$<X>>", .refused(.afterMarkupOpen)), Row("<!$<X>>", .refused(.afterMarkupOpen)),
    Row("<!-$<X>->", .refused(.afterMarkupOpen)), Row("<!doc$<X>type>", .refused(.afterMarkupOpen)),
    Row("&$<X>;", .refused(.characterReference)), Row("&am$<X>p;", .refused(.characterReference)),
    Row("&#$<X>;", .refused(.characterReference)), Row("&#x1F$<X>;", .refused(.characterReference)),
    Row(#"<p a="&$<X>">"#, .refused(.characterReference)),
    Row("<b$<X>>", .refused(.tagName)), Row("</b$<X>>", .refused(.tagName)),
    Row("<b a$<X>>", .refused(.attributeName)), Row(#"<b $<X>a="1">"#, .refused(.attributeName)),
    Row("<b $<X>>", .refused(.betweenAttributes)),
    Row(#"<b a="1"$<X>>"#, .refused(.betweenAttributes)),
    Row("<b /$<X>>", .refused(.betweenAttributes)), Row("<b a $<X>>", .refused(.betweenAttributes)),
    Row("<b a=$<X>>", .refused(.unquotedValue(attribute: "a"))),
    Row("<b a= b$<X>c>$<Y>", .refused(.unquotedValue(attribute: "a")), .text),
    Row(#"<b a="$<X>"#, .refused(.unfinishedTag)), Row("<b $<X>", .refused(.unfinishedTag)),
    Row("<!DOCTYPE $<X>>", .refused(.doctype)),
    Row("<!doctype$<X>>$<Y>", .refused(.doctype), .text),
    Row("<!doctype html PUBLIC \"$<X>\">", .refused(.doctype)),
  ])
  func `refuses what would change markup`(row: Row) { check(row) }

  @Test(arguments: ["script", "xmp", "iframe", "noembed", "noframes", "plaintext"])
  func `refuses raw text`(element: String) {
    let source = MarkedSource("<\(element)> <b>$<X></b> </\(element)>$<Y>")
    #expect(
      source.scan.contexts == [
        .refused(.rawText(element: element)),
        element == "plaintext" ? .refused(.rawText(element: element)) : .text,
      ])
  }

  @Test(arguments: [
    Row("<svg>$<X></svg>$<Y>", .refused(.insideElement("svg")), .text),
    Row(
      "<svg><title>$<X></title><style>$<Y></style></svg>",
      .refused(.insideElement("svg")), .refused(.insideElement("svg"))),
    Row(#"<svg><a href="$<X>"/></svg>"#, .refused(.insideElement("svg"))),
    Row("<svg><![CDATA[$<X>]]></svg>", .refused(.insideElement("svg"))),
    Row("<svg/>$<X>", .text), Row("<svg><p>$<X>", .text),
    Row("<svg><foreignObject><p>$<X>", .refused(.insideElement("svg"))),
    Row("<math><mi>$<X></mi></math>$<Y>", .refused(.insideElement("math")), .text),
    Row("<template><p>$<X></p></template>$<Y>", .refused(.insideElement("template")), .text),
    Row("<template><title>$<X></title></template>", .refused(.insideElement("template"))),
  ])
  func `refuses foreign content and templates`(row: Row) { check(row) }

  @Test(arguments: [
    Row(#"<iframe srcdoc="$<X>">"#, .refused(.forbiddenAttribute(name: "srcdoc"))),
    Row(#"<img srcset="$<X> 2x">"#, .refused(.forbiddenAttribute(name: "srcset"))),
    Row(#"<p ONCLICK="$<X>">"#, .refused(.forbiddenAttribute(name: "onclick"))),
    Row(#"<meta content="0;url=$<X>" http-equiv="Refresh">"#, .refused(.refresh)),
    Row(#"<meta http-equiv="re&#102;resh" content="$<X>">"#, .refused(.refresh)),
    Row(#"<meta http-equiv="$<X>" content="$<Y>">"#, .refused(.refresh), .refused(.refresh)),
    Row(#"<meta http-equiv="a" content="$<X>">"#, .attribute(element: "meta", name: "content")),
    Row(#"<base href="$<X>">"#, .refused(.baseAddress)),
    Row(#"<base target="$<X>">"#, .attribute(element: "base", name: "target")),
  ])
  func `refuses attributes that act`(row: Row) { check(row) }

  @Test(arguments: [
    Row("<table>$<X></table>$<Y>", .refused(.directlyIn(element: "table")), .text),
    Row(
      "<table><tbody>$<X><tr>$<Y><td>$<Z></td>$<W>", .refused(.directlyIn(element: "tbody")),
      .refused(.directlyIn(element: "tr")), .text, .refused(.directlyIn(element: "tr"))),
    Row("<table><thead>$<X></thead>", .refused(.directlyIn(element: "thead"))),
    Row("<table><tfoot>$<X></tfoot>", .refused(.directlyIn(element: "tfoot"))),
    Row("<table><colgroup>$<X></colgroup>", .refused(.directlyIn(element: "colgroup"))),
    Row("<table><caption>$<X></caption><tr><th>$<Y></table>$<Z>", .text, .text, .text),
    Row("<table><tr><td><table><tr><td>$<X></td></tr></table>$<Y></td></tr></table>", .text, .text),
    Row("<table><tr><td>a<td>$<X><tr>$<Y>", .text, .refused(.directlyIn(element: "tr"))),
    Row("<table><tr><td>a</tr>$<X>", .refused(.directlyIn(element: "table"))),
    Row("<tr>$<X></tr>", .text), Row("<table><tr><td></table></td>$<X>", .text),
    Row("<table><style>p{a:$<X>}</style>", .css(.element, .value)),
    Row("<table><!-- $<X> -->", .comment),
    Row("<table><tr><td><svg></td>$<X>", .refused(.directlyIn(element: "tr"))),
  ])
  func `refuses text that tables move away`(row: Row) { check(row) }

  @Test(arguments: [
    Row("<!--[if mso]>$<X><![endif]-->$<Y>", .text, .text),
    Row(
      #"<!--[if mso]><a href="$<X>">$<Y></a><![endif]-->"#,
      .url(element: "a", attribute: "href", part: .start), .text),
    Row("<!--[if gte mso 9]><style>p{a:$<X>}</style><![endif]-->", .css(.element, .value)),
    Row("<!--[if mso]><b a=$<X>><![endif]-->", .refused(.unquotedValue(attribute: "a"))),
    Row(#"<!--[if mso]><b a="$<X><![endif]-->$<Y>"#, .refused(.unfinishedTag), .text),
    Row("<!--[if mso]>$<X>><![endif]-->", .refused(.commentEnd)),
    Row(
      "<!--[if mso]><table><tr><td><![endif]-->$<X><!--[if mso]>$<Y></td>$<Z></tr></table><![endif]-->",
      .text, .text, .refused(.directlyIn(element: "tr"))),
    Row(
      "<table><tr><td>a<!--[if mso]></td><td>$<X><![endif]-->$<Y></td></tr></table>", .text, .text),
    Row("<!--[if !mso]><!-->$<X><!--<![endif]-->$<Y>", .text, .text),
    Row("<![if !mso]>$<X><![endif]>$<Y>", .text, .text),
    Row(
      "<!--[if !mso]><!--><table><!--<![endif]--><!--[if mso]>$<X><![endif]-->$<Y>",
      .text, .refused(.directlyIn(element: "table"))),
    Row("<!--[if $<X>]><p>$<Y></p><![endif]-->", .refused(.conditionalMark), .text),
    Row("<!--$<X>[if mso]><p>$<Y></p><![endif]-->", .refused(.conditionalMark), .comment),
    Row("<!--[i$<X>f mso]> a -->", .refused(.conditionalMark)),
    Row("<![if $<X>]>", .refused(.conditionalMark)),
    Row("<![$<X>endif]>", .refused(.conditionalMark)),
    Row("<!--<![$<X>endif]-->", .refused(.conditionalMark)),
    Row("<!--<!$<X>-->", .refused(.conditionalMark)), Row("<!--$<X>[endif]-->", .comment),
    Row("<!--[if mso]>$<X>-->", .refused(.conditionalMark)),
    Row("<!--[if mso]><!-- $<X> <![endif]-->", .comment),
    Row("<!--[if mso]><!-- <![e$<X>-->", .refused(.conditionalMark)),
    Row("<!--[if mso]></1 <$<X>if]-->", .refused(.conditionalMark)),
    Row("<!--[if mso]><title><!$<X>-->", .refused(.conditionalMark)),
    Row("<!--[if mso]><style>p{a:<![END$<X>]-->", .refused(.conditionalMark)),
    Row(
      "<title><!$<X>--></title><!--[if mso]><title>!$<Y></title><![endif]-->",
      .characterData(element: "title"), .characterData(element: "title")),
    Row("<!-- [if mso]>$<X><![endif]-->", .comment), Row("<!--[iffy]>$<X>-->", .comment),
  ])
  func `looks into conditional blocks`(row: Row) { check(row) }
}

extension PlaceholderContextTests.Row {
  fileprivate init(_ source: String, contexts: [PlaceholderContext]) {
    self.source = source
    self.contexts = contexts
  }
}
