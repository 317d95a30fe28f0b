import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A placeholder that an editor or encoder has damaged.
  static let mangledPlaceholder = Rule(
    "mangled-placeholder", .error, .placeholder,
    summary: Message(
      "a placeholder altered by an editor, encoder or formatter", ko: "편집기나 인코더가 망가뜨린 치환 변수"),
    rationale: Message(
      "HTML tools read '$<NAME>' as a tag and rewrite it; the mail then shows the remains",
      ko: "HTML 도구는 '$<NAME>'을 태그로 읽고 바꿔 쓰므로 메일에 그 흔적이 보입니다"),
    instead: Message(
      "restore it, and write ${NAME} in files that pass through other tools",
      ko: "원래대로 고치고, 다른 도구를 거치는 파일에는 ${NAME}을 쓰세요"),
    sources: [
      Source(
        Message(
          "our own tests with html5lib, lxml, BeautifulSoup, premailer, css-inline and MJML",
          ko: "html5lib, lxml, BeautifulSoup, premailer, css-inline, MJML로 직접 시험한 결과")),
      .html("tag open state", "parsing.html#tag-open-state"),
    ],
    examples: [
      .flagged("<p>$<NAME></p>", title: "Hi ‹$&lt;NAME&gt;›"),
      .flagged("<p>Dear ‹$&lt;NAME&gt;› $<NAME></p>"),
      .flagged("<a href=\"https://example.com/?n=‹%24%7BNAME%7D›\">$<NAME></a>"),
      .flagged("<p>‹＄＜NAME＞› ‹＄{NAME}› $<NAME></p>"), .flagged("<p>‹#{NAME}› $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "‹$&lt;NAME&gt;›"),
      .flagged("<p>‹$<name>›님 안녕하세요</name></p>"),
      .flagged(
        "<p>‹$<name>› ‹$<grade>›x</grade></name></p>",
        people: "address,NAME,GRADE\na@example.com,Kim,A\n"
      ),
      .flagged("<p>‹$<b>{NAME}›</b> $<NAME></p>"),
      .flagged("<p>‹$<span class=\"x\">{NAME}›</span> $<NAME></p>"),
      .flagged("<p>‹$<NA\u{200B}ME>› ‹${NA<wbr>ME}› ‹$\u{AD}<NAME>› $<NAME></p>"),
      .quiet("<p>$&lt; 5 and $&lt;a b&gt; $<NAME></p>"),
      .quiet("<p>100%24 $<NAME></p>"), .quiet("<p>#{UNSUBSCRIBE_MESSAGE} $<NAME> #1 {a}</p>"),
      .quiet("<p>write <code>$&lt;NAME&gt;</code>, $<NAME></p><pre>$&lt;NAME&gt;</pre>"),
      .quiet("<p>$<NAME> {NAME} US$<b>50</b> $\u{200B}5 $\u{200B}{a b}</p>"),
      .quiet("<p>$<NAME></p></name2>"), .quiet("<p>$<NAME> <name>x</name></p>"),
    ],
    check: .list { context, report in
      let draft = context.draft
      let code = RangeSet(draft.passages.filter(\.isCode).map(\.range))
      for spot in draft.title.mangledSpots { report(problem(spot, in: draft.title)) }
      for spot in draft.body.mangledSpots + draft.tornSpots
      where !code.contains(spot.range.lowerBound) {
        report(problem(spot, in: draft.body))
      }
      for spot in draft.closedSpots(supplied: context.suppliedNames) {
        report(problem(spot, in: draft.body))
      }
    })

  private static func problem(_ spot: MangledSpot, in template: Template) -> Problem {
    let text = template.text.string(spot.range)
    return Problem(
      Message(
        "\(quoted: text) is a damaged placeholder and would be sent as text",
        ko: "\(quoted: text)은(는) 손상된 치환 변수라서 텍스트 그대로 발송됩니다"),
      at: template.text.location(of: spot.range), parameter: spot.name,
      fix: template.text.fix(
        spot.edited,
        Message("restore '\(spot.placeholder)'", ko: "'\(spot.placeholder)'(으)로 되돌리기"),
        spot.isCertain ? .safe : .unsafe, spot.replacement))
  }
}
