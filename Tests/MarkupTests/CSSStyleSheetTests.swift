import Testing

@testable import Markup

/// Style sheets by example: rules, selectors, media, and what is left out of them.
struct CSSStyleSheetTests {
  typealias Row = CSSSanitizerTests.Row

  @Test(arguments: [
    Row("", ""),
    Row("a { }", ""),
    Row("a{color:red}"),
    Row(" A , .B c#d\n>e+f~*{ color : red ; } ", "a,.B c#d>e+f~*{color:red}"),
    Row("<!-- a{color:red} --> b{color:red}", "a{color:red}b{color:red}"),
    Row("a:HOVER,td:first-child{color:red}", "a:hover,td:first-child{color:red}"),
    Row(
      "[class~=\"x_a\"],*[HREF^=\"tel:\"],[lang|=ko],[dir]{color:red}",
      "[class~='x_a'],*[href^='tel:'],[lang|='ko'],[dir]{color:red}"),
    Row("a[title='</style>\"']{color:red}", "a[title='\\3c /style\\3e \\22 ']{color:red}"),
    Row(".\\61 b{color:red}", ".ab{color:red}"),
    Row("u + .body{color:red}", "u+.body{color:red}"),
    Row("a/**/ /**/b{color:red}", "a b{color:red}"),
    Row("@media screen{a{color:red}}"),
    Row("@MEDIA{a{color:red}}", "@media all{a{color:red}}"),
    Row(
      "@media only screen and (max-width : 600px) , print { a { color:red } }",
      "@media only screen and (max-width:600px),print{a{color:red}}"),
    Row(
      "@media (-webkit-min-device-pixel-ratio:1.5) and (color){a{color:red}}",
      "@media (-webkit-min-device-pixel-ratio:1.5) and (color){a{color:red}}"),
    Row(
      "@media not all and (aspect-ratio: 16 / 9){a{color:red}}",
      "@media not all and (aspect-ratio:16/9){a{color:red}}"),
    Row("@media screen{@media (color){a{color:red}}}"),
    Row("@media screen{a{}}", ""),
  ])
  func `spells rules one way`(row: Row) {
    let result = SanitizedCSS.rules(row.css)
    #expect(result.css == row.output)
    #expect(result.removals == [])
    #expect(result.problem == nil)
  }

  /// A sheet with what stays of it, and the one thing that is left out.
  struct Refused: Sendable, CustomTestStringConvertible {
    let css: String
    let output: String
    let name: String
    let reason: Removal.Reason
    let offset: Int

    init(
      _ css: String, _ output: String, _ name: String, _ reason: Removal.Reason = .unknown,
      at offset: Int = 0
    ) {
      self.css = css
      self.output = output
      self.name = name
      self.reason = reason
      self.offset = offset
    }

    var testDescription: String { css }
  }

  @Test(arguments: [
    Refused("@import 'x';a{color:red}", "a{color:red}", "@import", .active),
    Refused("@\\69mport url(x);a{color:red}", "a{color:red}", "@import", .active),
    Refused("@IMPORT url(;);a{color:red}", "a{color:red}", "@import", .active),
    Refused("@import{}a{color:red}", "a{color:red}", "@import", .active),
    Refused("@font-face{src:url(x)}a{color:red}", "a{color:red}", "@font-face", .active),
    Refused("@charset 'utf-7';a{color:red}", "a{color:red}", "@charset"),
    Refused("@supports(a:b){b{color:red}}a{color:red}", "a{color:red}", "@supports"),
    Refused("@layer x{b{color:red}}a{color:red}", "a{color:red}", "@layer"),
    Refused("@keyframes x{to{color:red}}a{color:red}", "a{color:red}", "@keyframes"),
    Refused("@-ms-viewport{width:1px}a{color:red}", "a{color:red}", "@-ms-viewport"),
    Refused("@\u{F0000}{}a{color:red}", "a{color:red}", "@…", .placeholder),
    Refused("@media x", "", "@media", .value),
    Refused("@media x;a{color:red}", "a{color:red}", "@media", .value),
    Refused("@media x y{b{color:red}}a{color:red}", "a{color:red}", "@media", .value, at: 7),
    Refused(
      "@media (a<b),print{b{color:red}}", "@media print{b{color:red}}", "@media", .value, at: 7),
    Refused("@media (a) or (b){b{color:red}}", "", "@media", .value, at: 7),
    Refused("@media and(a){b{color:red}}", "", "@media", .value, at: 7),
    Refused("@media (a:\u{F0000}){b{color:red}}", "", "@media", .placeholder, at: 7),
    Refused("@media \u{F0000}{b{color:red}}", "", "@media", .placeholder, at: 7),
    Refused(
      "@media a{@media b{@media c{d{color:red}}}e{color:red}}", "@media a{e{color:red}}",
      "@media", .limit, at: 18),
    Refused("@media a{b{color:red}", "", "@media", .value),
    Refused("@media a{b{color:red", "", "@media", .value),
    Refused("a{color:red}b{color:red", "a{color:red}", "b", .value, at: 12),
    Refused("a{color:red}b", "a{color:red}", "b", .value, at: 12),
    Refused("a{color:red}b{color:'}", "a{color:red}", "b", .value, at: 12),
    Refused("a{color:red}b{color:rgb(}c{color:red}", "a{color:red}", "b", .value, at: 12),
    Refused("a,b::before{color:red}", "a{color:red}", "b::before", at: 2),
    Refused("b:not(a),a{color:red}", "a{color:red}", "b:not(a)"),
    Refused("a:is(b,c{}),d{color:red}", "d{color:red}", "a:is(b,c{})"),
    Refused("a,,b{color:red}", "a,b{color:red}", "", at: 2),
    Refused("a.\u{F0000}{color:red}", "", "a.…", .placeholder),
    Refused("\u{F0000}{color:red}", "", "…", .placeholder),
    Refused("#a\u{F0000}{color:red}", "", "#a…", .placeholder),
    Refused("[a='\u{F0000}']{color:red}", "", "[a='…']", .placeholder),
    Refused("[a=b i]{color:red}", "", "[a=b i]"),
    Refused("a|b{color:red}", "", "a|b"),
    Refused("a>{color:red}", "", "a>"),
    Refused(">a{color:red}", "", ">a"),
    Refused("a: hover{color:red}", "", "a: hover"),
    Refused("a. b{color:red}", "", "a. b"),
    Refused("a/**/b{color:red}", "", "a/**/b"),
    Refused(".버튼{color:red}", "", ".버튼", .value),
    Refused("{color:red}a{color:red}", "a{color:red}", ""),
    Refused("}a{color:red}b{color:red}", "b{color:red}", "}a"),
    Refused(
      "a{color:red;&:hover{color:red}width:1px}", "a{color:red;width:1px}", "&", .value, at: 12),
    Refused("a{b:hover{color:red}width:1px}", "a{width:1px}", "b", at: 2),
    Refused("a{@media x{color:red}width:1px}", "a{width:1px}", "@media", .value, at: 2),
    Refused("a{top:0}b{color:red}", "b{color:red}", "top", at: 2),
    Refused(
      "a,[href^=x]{background:url(https://img.example/a)}b{color:red}", "b{color:red}",
      "a,[href^=x]", .blocked),
    Refused(
      "@media a{b[c*=d]{width:1px;background-image:url('https://img.example/a')}e{color:red}}",
      "@media a{e{color:red}}", "b[c*=d]", .blocked, at: 9),
  ])
  func `leaves out a part and says which`(refused: Refused) {
    let result = SanitizedCSS.rules(refused.css)
    #expect(result.css == refused.output)
    #expect(result.removals.map(\.name) == [refused.name])
    #expect(result.removals.map(\.reason) == [refused.reason])
    #expect(result.removals.map(\.offset) == [refused.offset])
    #expect(result.problem == nil)
  }

  /// An image tells its host that a rule holds, and so, letter by letter, what a value is.
  @Test(arguments: ["~=", "|=", "^=", "$=", "*="])
  func `no part of an attribute decides on an image`(matcher: String) {
    let image = "{background:url(https://img.example/a)}"
    #expect(SanitizedCSS.rules("[a\(matcher)b]" + image).css == "")
    #expect(SanitizedCSS.rules("[a\(matcher)b]{background:url(https://other.example/)}").css != "")
    #expect(SanitizedCSS.rules("[a\(matcher)b]{color:red}").css != "")
    #expect(SanitizedCSS.rules("[a=b],[c='^=']" + image).css != "")
  }

  @Test func `counts offsets from where the sheet stands`() {
    let source = Array("<style>a{color:red;top:0}</style>".utf8)
    let result = SanitizedCSS.rules(bytes: source[7..<25])
    #expect(result.css == "a{color:red}")
    #expect(result.removals == [Removal(.declaration, "top", .unknown, at: 19)])
  }

  @Test(arguments: [
    String(repeating: " ", count: 256 << 10) + "a{color:red}",
    String(repeating: "a{}", count: 20_001),
    String(repeating: "(", count: 1 << 20),
  ])
  func `refuses a sheet beyond the limits whole`(css: String) {
    let result = SanitizedCSS.rules(bytes: Array(css.utf8)[...])
    #expect(result.css == "")
    #expect(result.removals == [Removal(.rule, "style", .limit, at: 0)])
  }

  @Test func `refuses an attribute beyond the limits whole`() {
    let padding = String(repeating: " ", count: 32 << 10)
    let result = SanitizedCSS.declarations("color:red" + padding, at: 4)
    #expect(result.css == "")
    #expect(result.removals == [Removal(.declaration, "style", .limit, at: 4)])
  }

  @Test func `takes a sheet up to the limits`() {
    let css = String(repeating: "a{}", count: 19_000) + "a{color:red}"
    #expect(SanitizedCSS.rules(css).css == "a{color:red}")
  }
}
