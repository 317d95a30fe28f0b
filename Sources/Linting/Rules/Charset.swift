import Diagnostics
import Markup

extension Rule {
  /// Pages that do not say that they are UTF-8.
  static let charset = Rule(
    "charset", .warning, .html,
    summary: Message(
      "no 'charset' in the first 1,024 bytes; an error where it is not UTF-8",
      ko: "앞 1,024바이트 안에 없는 charset. UTF-8이 아니면 오류"),
    rationale: Message(
      "letters turn to nonsense wherever a program believes the page rather than the mail",
      ko: "메일 머리글보다 페이지를 믿는 프로그램에서는 한글이 깨집니다"),
    instead: Message(
      "write '<meta charset=\"utf-8\">' first in the head",
      ko: "head 맨 앞에 <meta charset=\"utf-8\">을 쓰세요"),
    sources: [.html("declaring the encoding", "semantics.html#charset")],
    examples: [
      .flagged("<html>‹<head>›<title>x</title></head><body>$<NAME></body></html>"),
      .flagged(
        "<html><head><meta charset=\"‹euc-kr›\"></head><body>$<NAME></body></html>",
        severity: .error),
      .flagged(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"‹text/html; charset=ks_c_5601-1987›\"></head><body>$<NAME></body></html>",
        severity: .error),
      .flagged(
        "<html><head><style>/*" + String(repeating: " ", count: 1100)
          + "*/</style>‹<meta charset=\"utf-8\">›</head><body>$<NAME></body></html>"),
      .quiet("<html><head><meta charset=\"UTF-8\"></head><body>$<NAME></body></html>"),
      .quiet(
        "<html><head><meta http-equiv=\"content-type\" content=\"text/html;charset=utf-8\"></head><body>$<NAME></body></html>"
      ),
      .quiet("<p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      guard !body.isFragment else { return }
      for element in body.elements where element.name == "meta" {
        guard let (said, range) = charset(of: element, body) else { continue }
        if !["utf-8", "utf8", "unicode-1-1-utf-8"].contains(said) {
          report(notUTF8(said, range, body))
        } else if body.tag(element).range.upperBound > 1024 {
          report(
            Problem(
              Message(
                "'charset' stands behind the first 1,024 bytes", ko: "charset이 앞 1,024바이트 뒤에 있습니다"),
              at: body.location(of: body.tag(element).range)))
        }
        return
      }
      let place = ["head", "html", "body"].lazy.compactMap { name in
        body.elements.first { $0.name == name }
      }.first
      let range = place.map { body.tag($0).range } ?? 0..<0
      report(
        Problem(
          Message("no 'charset'", ko: "charset이 없습니다"), at: body.location(of: range),
          fix: place?.name == "head"
            ? body.text.fix(
              range.upperBound..<range.upperBound,
              Message("add '<meta charset=\"utf-8\">'", ko: "<meta charset=\"utf-8\">을 더합니다"),
              .safe,
              "\n<meta charset=\"utf-8\">")
            : nil))
    })

  private static func notUTF8(_ said: String, _ range: Range<Int>, _ body: BodyFacts) -> Problem {
    Problem(
      Message(
        "the mail is sent as UTF-8, not as \(quoted: said)",
        ko: "메일은 \(quoted: said)이(가) 아니라 UTF-8로 보냅니다"),
      at: body.location(of: range),
      fix: body.text.fix(
        range, Message("write 'utf-8'", ko: "utf-8로 씁니다"), .safe,
        body.bytes[range].contains(UInt8(ascii: "=")) ? "text/html; charset=utf-8" : "utf-8"),
      severity: .error)
  }

  /// The encoding that a meta element tells, and where.
  private static func charset(
    of element: BodyElement, _ body: BodyFacts
  ) -> (said: String, range: Range<Int>)? {
    let tag = body.tag(element)
    if let range = tag.attribute("charset")?.valueRange {
      return (body.word("charset", of: element) ?? "", range)
    }
    guard body.word("http-equiv", of: element) == "content-type",
      let range = tag.attribute("content")?.valueRange,
      let content = body.word("content", of: element), content.contains("charset=")
    else { return nil }
    let said = content.split(separator: "charset=", maxSplits: 1).last ?? ""
    return (
      BlankText.trimmed(said.prefix { $0 != ";" && $0 != " " }.filter { $0 != "\"" && $0 != "'" }),
      range
    )
  }
}
