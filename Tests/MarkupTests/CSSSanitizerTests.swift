import Testing

@testable import Markup

/// CSS by example: what stays and how it is spelled, what goes and why.
struct CSSSanitizerTests {
  /// A style attribute or a sheet and what it comes to.
  struct Row: Sendable, CustomTestStringConvertible {
    let css: String
    let output: String

    init(_ css: String, _ output: String) {
      self.css = css
      self.output = output
    }

    /// CSS that is canonical as it stands.
    init(_ css: String) { self.init(css, css) }

    var testDescription: String { css }
  }

  @Test(arguments: [
    Row("", ""),
    Row(" ;; ", ""),
    Row("color:red"),
    Row(" COLOR : Red ; ", "color:Red"),
    Row("color:red;;color:blue;", "color:red;color:blue"),
    Row("c\\6f lor:\\72 ed", "color:red"),
    Row("color:#FFF;background:#a1b2c3d4", "color:#FFF;background:#a1b2c3d4"),
    Row("margin:0 auto!IMPORTANT", "margin:0 auto!important"),
    Row("margin : -1px +2em .5% 1e3px", "margin:-1px +2em .5% 1e3px"),
    Row("margin:1px/**/2px", "margin:1px 2px"),
    Row("margin:1\\70 x", "margin:1px"),
    Row("color:red/* never closed", "color:red"),
    Row("width:calc( 100% - ( 2*20px ) )", "width:calc(100% - (2 * 20px))"),
    Row("width:MIN(100% , 600px)", "width:min(100%,600px)"),
    Row("color:rgba( 0 , 0 , 0 , .5 )", "color:rgba(0,0,0,.5)"),
    Row("color:rgb(0 0 0 / 50%)", "color:rgb(0 0 0/50%)"),
    Row("font:bold 12px/1.5 \"Segoe UI\",sans-serif", "font:bold 12px/1.5 'Segoe UI',sans-serif"),
    Row("font-family:'It\\'s <b>&\"'", "font-family:'It\\27 s \\3c b\\3e \\26 \\22 '"),
    Row("font-family:'a\\\nb'", "font-family:'ab'"),
    Row("font-family:'a\\\r\nb'", "font-family:'ab'"),
    Row("font-family:'a\\\\b'", "font-family:'a\\5c b'"),
    Row("font-family:맑은 고딕,돋움", "font-family:\\b9d1 \\c740  \\ace0 \\b515 ,\\b3cb \\c6c0 "),
    Row("font-family:'맑은 고딕'", "font-family:'\\b9d1 \\c740  \\ace0 \\b515 '"),
    Row("list-style:'- ' inside", "list-style:'- ' inside"),
    Row("display:BLOCK", "display:block"),
    Row("color:00ff00;background-color: 9CF", "color:00ff00;background-color:9CF"),
    Row("display:table-cell", "display:table-cell"),
    Row("position:relative", "position:relative"),
  ])
  func `spells declarations one way`(row: Row) { checkDeclarations(row) }

  /// A style attribute of which nothing stays, or only `color:red`, and why.
  struct Refused: Sendable, CustomTestStringConvertible {
    let css: String
    let name: String
    let reason: Removal.Reason

    init(_ css: String, _ name: String, _ reason: Removal.Reason) {
      self.css = css
      self.name = name
      self.reason = reason
    }

    var testDescription: String { css }
  }

  @Test(arguments: [
    Refused("colour:red", "colour", .unknown),
    Refused("--x:red", "--x", .unknown),
    Refused("z-index:9", "z-index", .unknown),
    Refused("Behavior:url(x.htc)", "behavior", .active),
    Refused("list-style-image:url(https://img.example/a)", "list-style-image", .active),
    Refused("position:fixed", "position", .value),
    Refused("color:00ff0g", "color", .value),
    Refused("width:calc(0ff0 + 1px)", "width", .value),
    Refused("position:inherit", "position", .value),
    Refused("position:\u{F0000}", "position", .placeholder),
    Refused("display:\u{F0000}", "display", .placeholder),
    Refused("display:inline-\u{F0000}", "display", .placeholder),
    Refused("float:\u{F0000}!important", "float", .placeholder),
    Refused("clear:\u{F0000}", "clear", .placeholder),
    Refused("display:contents", "display", .value),
    Refused("color:", "color", .value),
    Refused("color:!important", "color", .value),
    Refused("color:red!ie", "color", .value),
    Refused("color:red!important x", "color", .value),
    Refused("color red", "color", .value),
    Refused("color:'red'", "color", .value),
    Refused("color:맑은", "color", .value),
    Refused("color:#12", "color", .value),
    Refused("color:#xyz", "color", .value),
    Refused("width:100px\\9", "width", .value),
    Refused("width:1abcdefgh", "width", .value),
    Refused("width:1e\\33", "width", .value),
    Refused("width:2*3px", "width", .value),
    Refused("width:calc(1px -(2px))", "width", .value),
    Refused("width:calc(1px+ 2px)", "width", .value),
    Refused("width:(1px)", "width", .value),
    Refused("color:--x", "color", .value),
    Refused("color:\\31 a", "color", .value),
    Refused("color:rgb(0,0,0", "color", .value),
    Refused("font-family:'a", "font-family", .value),
    Refused("color:\u{F0000}(1)", "color", .placeholder),
    Refused("*display:none", "*", .value),
    Refused("\u{F0000}:red", "…", .placeholder),
    Refused("co\u{F0000}lor:red", "co…lor", .placeholder),
    Refused("font-family:'a\u{F0000}'", "font-family", .placeholder),
    Refused("color:red!\u{F0000}", "color", .placeholder),
    Refused("color:a\\62 \u{F0000}", "color", .placeholder),
    Refused("@media x{a{color:red}}", "@media", .value),
    Refused("width:" + nested(9), "width", .limit),
  ])
  func `drops a declaration and says why`(refused: Refused) {
    let removal = Removal(.declaration, refused.name, refused.reason, at: 7)
    let alone = SanitizedCSS.declarations(refused.css, at: 7)
    #expect(alone.css == "")
    #expect(alone.removals == [removal])
    let behind = SanitizedCSS.declarations("color:red;" + refused.css, at: 7)
    #expect(behind.css == "color:red")
    #expect(behind.removals == [removal])
  }

  private static func nested(_ count: Int) -> String {
    String(repeating: "min(", count: count) + "1px" + String(repeating: ")", count: count)
  }

  @Test func `nests functions up to a depth`() {
    checkDeclarations(Row("width:" + Self.nested(8)))
  }

  @Test(arguments: [
    Row("color:{};width:1px", "width:1px"),
    Row("x{color:red}width:1px", "width:1px"),
    Row("a:hover{color:red}color:blue", "color:blue"),
    Row("color:foo(;);width:1px", "width:1px"),
    Row("color:foo(};);width:1px", "width:1px"),
    Row("color:[;];width:1px", "width:1px"),
    Row("};width:1px", "width:1px"),
    Row("color:'a\n;width:1px", "width:1px"),
    Row("background:url(a b);width:1px", "width:1px"),
    Row("color:red;<!-- width:1px;height:2px -->;float:left", "color:red;float:left"),
  ])
  func `goes on where browsers go on`(row: Row) {
    #expect(SanitizedCSS.declarations(row.css).css == row.output)
  }

  @Test(arguments: [
    Row("background:url(https://img.example/a.png)", "background:url('https://img.example/a.png')"),
    Row(
      "background:#fff URL( 'HTTPS://img.example/a b&c.png' )no-repeat",
      "background:#fff url('https://img.example/a%20b\\26 c.png') no-repeat"),
    Row(
      "background-image:url(\"https://img.example/a(1).png\"),linear-gradient(#fff,#000)",
      "background-image:url('https://img.example/a%281%29.png'),linear-gradient(#fff,#000)"),
  ])
  func `keeps images that may load`(row: Row) { checkDeclarations(row) }

  @Test(arguments: [
    ("url(http://evil.example/a.png)", Removal.Reason.blocked),
    ("url(javascript:alert\\(1\\))", .blocked),
    ("url()", .blocked),
    ("\\75\\72\\6c(x)", .blocked),
    ("url('//evil.example')", .blocked),
    ("url(https://img.example/\u{F0000})", .placeholder),
    ("url('https://img.example/\u{F0000}')", .placeholder),
  ])
  func `leaves all but a blocked image`(address: String, reason: Removal.Reason) {
    let result = SanitizedCSS.declarations("color:red;background:#fff \(address) top", at: 3)
    #expect(result.css == "color:red;background:#fff none top")
    #expect(result.removals == [Removal(.address, "background", reason, at: 3)])
  }

  @Test(arguments: [
    Row("color:\u{F0000}"),
    Row("color:#\u{F0000}"),
    Row("color:#\u{F0000}ff"),
    Row("width:\u{F0000}px"),
    Row("width:\u{F0000}%"),
    Row("width:\u{F0000} %", ""),
    Row("width:10\u{F0000}"),
    Row("width:-\u{F0000}px"),
    Row("width:\u{F0000}.5em"),
    Row("width:\u{F0000} .5em"),
    Row("width:\u{F0000}\u{FFFFD}"),
    Row("border:\u{F0000}px solid \u{F0001}", "border:\u{F0000}px solid \u{F0001}"),
    Row("color:rgb(\u{F0000},\u{F0001},\u{F0002})"),
    Row("width:calc(\u{F0000}px/ \u{F0001}*2)", "width:calc(\u{F0000}px / \u{F0001} * 2)"),
    Row("font-family:\u{F0000},serif"),
    Row("color:\u{F0000}!important"),
    Row("font:12px/\u{F0000} a"),
  ])
  func `lets placeholders stand in values`(row: Row) {
    let result = SanitizedCSS.declarations(row.css)
    #expect(result.css == row.output)
    #expect(result.removals.isEmpty == !row.output.isEmpty)
  }

  /// An escape cannot make a placeholder, whose number it could choose.
  @Test(arguments: [
    "font-family:'\\f0000 '", "font-family:\\F0000 ", "font-family:'\\0F0000'",
  ])
  func `takes no escape for a placeholder`(css: String) {
    let result = SanitizedCSS.declarations(css)
    #expect(result.css.contains("\\fffd "))
    #expect(result.removals == [])
  }

  @Test func `repeats what it said of an attribute`() {
    var sanitizer = CSSSanitizer { _ in nil }
    let css = Array("color:red;top:0".utf8)
    #expect(sanitizer.declarations(css, at: 5) == sanitizer.declarations(css, at: 90))
    #expect(
      sanitizer.removals == [5, 90].map { Removal(.declaration, "top", .unknown, at: $0) })
  }

  private func checkDeclarations(_ row: Row) {
    let result = SanitizedCSS.declarations(row.css)
    #expect(result.css == row.output)
    #expect(result.removals == [])
    #expect(result.problem == nil)
  }
}
