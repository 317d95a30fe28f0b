import Testing

@testable import Markup

/// Work grows no faster than the text: what would be squared ends at the time limit.
struct SanitizerCostTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<b>", "<div>", "<p>", "<li>", "</b>", "<x>", "<a>", "<table>", "<td>", "<table><td>",
      "<col><td>", "<table><tr>", "<!--", "<", "&", "&lt;", "<svg>", "<li><dd>", "<table>x",
      "<![if !mso]>", "<pre>\n", "<style>a{}</style>",
      "<style media=a>b{}</style>", "\r", "\0", "<h1>", "<table><a>", "<div><a>",
      "<ol><table><td><li><dd></ol>", "<b><div></b>",
    ])
  func `repeated markup`(piece: String) {
    let bytes = Array(String(repeating: piece, count: 12_000).utf8)
    let result = HTMLSanitizer(mode: .email).sanitize(bytes)
    #expect(PrintedMarkup.problem(in: result.html.bytes, allowsStyle: true) == nil)
  }

  /// libxml2 gets no attributes, no stray end tags and no depth.
  @Test func `libxml2 gets little to do`() {
    let many = (0..<20_000).map { " a\($0)=1" }.joined()
    let text =
      "<b\(many)>" + String(repeating: "<div>", count: 20_000)
      + String(repeating: "</i></div>", count: 20_000)
    var policy = MarkupPolicy(
      SanitizerInput(Array(text.utf8), atoms: []), sanitizer: HTMLSanitizer(mode: .email))
    policy.run()
    #expect(policy.tags.markup.tape.count <= 2 * SanitizerLimits.depth + 1)
  }
}
