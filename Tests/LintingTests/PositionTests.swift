import Composing
import Diagnostics
import Linting
import TestSupport
import Testing

/// Where placeholders may stand, and where they may not.
@Suite struct PositionTests {
  private func findings(_ body: String) throws -> Int {
    let draft = try Draft.of(body: body)
    return Linter.findings(of: draft, options: LintOptions())
      .count { $0.rule == "placeholder-position" }
  }

  @Test(arguments: ValuePosition.all)
  func `a position with a safe form is allowed`(position: ValuePosition) throws {
    #expect(try findings(position.template) == 0)
  }

  @Test(arguments: [
    // Behind what opens markup, and inside a character reference.
    "<p>a <$<X></p>", "<p>a</$<X></p>", "<p>a</p><!$<X>>", "<p>&$<X>;</p>", "<p>&am$<X>p;</p>",
    "<p>&#$<X>;</p>", "<p title=\"&#x4$<X>;\">x</p>",
    // In names, between attributes, without quotes.
    "<b$<X>>x</b>", "<b>x</b$<X>>", "<p a$<X>=\"1\">x</p>", "<p $<X>=\"1\">x</p>",
    "<p $<X>>x</p>", "<p a=\"1\" $<X> b=\"2\">x</p>", "<p title=$<X>>x</p>",
    "<p title=a$<X>b>x</p>",
    "<!doctype $<X>><p>x</p>",  // Raw text, foreign content, templates.
    "<script>$<X></script>", "<xmp>$<X></xmp>", "<iframe>$<X></iframe>",
    "<noembed>$<X></noembed>", "<noframes>$<X></noframes>", "<svg>$<X></svg>",
    "<svg><a href=\"$<X>\">x</a></svg>", "<math><mi>$<X></mi></math>",
    "<template>$<X></template>",
    // Attributes that act.
    "<iframe srcdoc=\"$<X>\"></iframe>", "<img srcset=\"$<X>\" alt=\"\">",
    "<p onclick=\"$<X>\">x</p>", "<meta http-equiv=\"refresh\" content=\"0;url=$<X>\">",
    "<base href=\"$<X>\">",
    // Directly in tables.
    "<table>$<X></table>", "<table><tbody>$<X></tbody></table>",
    "<table><thead>$<X></thead></table>", "<table><tfoot>$<X></tfoot></table>",
    "<table><tr>$<X></tr></table>", "<table><colgroup>$<X></colgroup></table>",
    // Before what would end a comment or a hidden block, and in its marks.
    "<!-- $<X>>-->", "<!-- $<X>->-->", "<!-- $<X>-!>-->", "<!--[if mso]>$<X>><![endif]-->",
    "<!--[if $<X>]>x<![endif]-->",
    // Addresses whose scheme depends on values, or is not for values.
    "<a href=\"x$<X>\">x</a>", "<a href=\"javascript:$<X>\">x</a>", "<a href=\"data:$<X>\">x</a>",
    "<a href=\"https:$<X>\">x</a>", "<a href=\"/$<Y ?? \"\">/\">$<X></a><img src=\"a$<X>\">",
    // CSS but its values.
    "<p style=\"$<X>:red\">x</p>", "<style>$<X>{color:red}</style>",
    "<p style=\"font-family:'$<X>'\">x</p>", "<p style=\"background:url($<X>)\">x</p>",
    "<style>p{/*$<X>*/color:red}</style>", "<p style=\"width:$<X>(1px)\">x</p>",
    "<style>@media $<X>{p{color:red}}</style>",
    // Behind what opens a mark of the service.
    "<p>#{$<X>}</p>", "<p>${$<X>}</p>",
  ])
  func `a position where some value would do harm is refused`(body: String) throws {
    #expect(try findings(body) == 1)
    #expect(try Campaign(Draft.of(body: body), options: LintOptions()) == nil)
  }

  /// What is never closed is the mistake; what it swallows is no second one.
  @Test(arguments: ["<p>x</p><p title=\"$<X>", "<plaintext>$<X>"])
  func `what is never closed is no mail`(body: String) throws {
    #expect(try findings(body) == 0)
    #expect(try Campaign(Draft.of(body: body), options: LintOptions()) == nil)
  }
}
