import Composing
import TestSupport
import Testing

/// Comments to the linter are the one thing between placeholders that is not sent.
@Suite struct AllowCommentTests {
  private func wire(_ body: String) throws -> String {
    String(decoding: try Draft.of(body: body).plan.wireBody, as: UTF8.self)
  }

  @Test func `they are left out, and nothing else is`() throws {
    #expect(try wire("<p>\n<!-- tmpl:allow a: b -->\n$<NAME></p>") == "<p>\n\n${NAME}</p>")
    #expect(try wire("<p><!--tmpl:allow a: b--></p> x<!-- c -->") == "<p></p> x<!-- c -->")
    #expect(try wire("<!-- tmpl:allow a: b --> $<NAME> <!-- tmpl:allow c: d -->") == " ${NAME} ")
  }

  @Test(arguments: [
    "$<!-- tmpl:allow a: b -->{NAME}", "&am<!-- tmpl:allow a: b -->p;",
    "<p>a<!-- tmpl:allow a: b --></p>", "<p><!-- tmpl:allow a: b -->b</p>",
    "<!-- tmpl:allowed a: b -->", "<!-- see tmpl:allow a: b -->", "<!-- tmpl:allow a: b",
    "<style><!-- tmpl:allow a: b --></style>", "<title><!-- tmpl:allow a: b --></title>",
    "<!--[if mso]><p></p><![endif]-->",
  ])
  func `what could join its neighbours or is no such comment is sent`(body: String) throws {
    #expect(try wire(body) == body)
  }

  @Test func `a placeholder or a literal in it keeps it`() throws {
    #expect(try wire("<!-- tmpl:allow a: $<NAME> -->") == "<!-- tmpl:allow a: ${NAME} -->")
    #expect(try wire("<!-- tmpl:allow a: \\${X} -->").contains("tmpl:allow"))
  }

  @Test func `a complete request is sent as it is`() throws {
    let body = "<p></p><!-- tmpl:allow a: b --><p></p>"
    let request =
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"x\", \"body\": \"\(body)\", "
      + "\"recipients\": []}"
    let draft = try Draft.of(request: Array(request.utf8))
    #expect(draft.plan.wireBody == Array(body.utf8))
  }
}
