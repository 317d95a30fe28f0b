import Diagnostics
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
    examples: [
      .flagged("<p>$<NAME></p>", title: "Hi ‹$&lt;NAME&gt;›"),
      .flagged("<p>Dear ‹$&lt;NAME&gt;› $<NAME></p>"),
      .flagged("<a href=\"https://example.com/?n=‹%24%7BNAME%7D›\">$<NAME></a>"),
      .flagged("<p>‹＄＜NAME＞› ‹＄{NAME}› $<NAME></p>"), .flagged("<p>‹#{NAME}› $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "‹$&lt;NAME&gt;›"),
      .quiet("<p>$&lt; 5 and $&lt;a b&gt; $<NAME></p>"),
      .quiet("<p>100%24 $<NAME></p>"), .quiet("<p>#{UNSUBSCRIBE_MESSAGE} $<NAME> #1 {a}</p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        for found in MangledSpelling.findAll(in: template) {
          let text = template.text.string(found.range)
          let location = template.text.location(of: found.range)
          report(
            Problem(
              Message(
                "\(quoted: text) is a damaged placeholder and would be sent as text",
                ko: "\(quoted: text)은(는) 손상된 치환 변수라서 텍스트 그대로 발송됩니다"),
              at: location, parameter: found.name,
              fix: template.text.fix(
                found.range,
                Message("restore '\(found.restored)'", ko: "'\(found.restored)'(으)로 되돌리기"), .safe,
                found.restored)))
        }
      }
    })
}
