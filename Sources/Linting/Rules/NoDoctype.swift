import Diagnostics
import Markup

extension Rule {
  /// Pages that browsers show as those of the last century.
  static let noDoctype = Rule(
    "no-doctype", .warning, .html,
    summary: Message(
      "a page without a document type, or with one for which browsers turn back to old habits",
      ko: "문서 형식 선언이 없거나 호환(quirks) 모드를 켜는 페이지"),
    rationale: Message(
      "browsers and some mail programs then measure boxes and type as in 1999",
      ko: "브라우저와 일부 메일 프로그램이 크기와 글자를 예전 방식으로 계산합니다"),
    instead: Message("begin with '<!doctype html>'", ko: "맨 앞에 <!doctype html>을 쓰세요"),
    sources: [
      .html("quirks mode", "parsing.html#the-initial-insertion-mode"),
      .spamAssassin("HTML_MIME_NO_HTML_TAG"),
    ],
    examples: [
      .flagged("‹›<html><body>$<NAME></body></html>"),
      .flagged(
        "‹<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">›<html><body>$<NAME></body></html>"
      ),
      .quiet(
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\"><html><body>$<NAME></body></html>"
      ),
      .quiet("<!-- x --><!doctype html><html><body>$<NAME></body></html>"),
      .quiet("<p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      guard !body.isFragment else { return }
      let fixTitle = Message("write '<!doctype html>'", ko: "<!doctype html>을 씁니다")
      guard let doctype = body.tokens.first(where: { $0.kind == .doctype }) else {
        return report(
          Problem(
            Message("no '<!doctype html>'", ko: "<!doctype html>이 없습니다"),
            at: body.location(of: 0..<0),
            fix: body.text.fix(0..<0, fixTitle, .safe, "<!doctype html>\n")))
      }
      let data = String(decoding: body.bytes[doctype.contentRange], as: UTF8.self).lowercased()
      guard doctype.name != "html" || isQuirky(data) else { return }
      report(
        Problem(
          Message("a document type of old browsers", ko: "옛 브라우저용 문서 형식 선언입니다"),
          at: body.location(of: doctype.range),
          fix: body.text.fix(doctype.range, fixTitle, .safe, "<!doctype html>")))
    })

  /// Whether a document type turns quirks mode on (HTML Standard §13.2.6.4.1).
  private static func isQuirky(_ data: String) -> Bool {
    let old = ["html 2.0", "html 3", "html 4.0 transitional", "html 4.0 frameset", "html 4.0//"]
    if old.contains(where: { data.contains("dtd \($0)") }) { return true }
    let isLoose =
      data.contains("dtd html 4.01 transitional") || data.contains("dtd html 4.01 frameset")
    return isLoose && !data.contains("http://")
  }
}
