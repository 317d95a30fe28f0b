import Composing
import Diagnostics
import Templating

extension Rule {
  /// A comment to the linter that does nothing, or not what it was meant to.
  static let badSuppression = Rule(
    "bad-suppression", .warning, .tool,
    summary: Message(
      "a '<!-- tmpl:allow … -->' that names an unknown rule, allows nothing, or gives no reason",
      ko: "모르는 규칙을 쓰거나, 허용할 것이 없거나, 이유가 없는 '<!-- tmpl:allow … -->'"),
    rationale: Message(
      "it looks as if somebody had decided about a finding", ko: "누군가 판단한 것처럼 보이기 때문입니다"),
    instead: Message(
      "write '<!-- tmpl:allow rule-name: reason -->' on the line of the finding or the line before",
      ko: "발견된 줄이나 그 앞줄에 '<!-- tmpl:allow 규칙-이름: 이유 -->'를 쓰세요"),
    sources: [
      Source(Source.same("Ruff, unused-noqa"), "https://docs.astral.sh/ruff/rules/unused-noqa/")
    ],
    examples: [
      .flagged("<!-- tmpl:allow ‹insecure-ulr›: old host -->\n<p>$<NAME></p>"),
      .flagged("‹<!-- tmpl:allow insecure-url -->›\n<a href=\"http://example.com/\">$<NAME></a>"),
      .flagged("<!-- tmpl:allow ‹insecure-url›: old host -->\n<p>$<NAME></p>"),
      .flagged("‹<!-- tmpl:allow: x -->› <p>$<NAME></p>"),
      .flagged("<p>a‹<!-- tmpl:allow insecure-url: x -->›$<NAME></p>"),
      .flagged(
        "<!-- tmpl:allow ‹insecure-url›: x -->\n\n<a href=\"http://example.com/\">$<NAME></a>"),
      .flagged(
        "<!-- tmpl:allow ‹undefined-placeholder›: x -->\n<p>$<GRADE></p>",
        people: "address,NAME\na@example.com,Kim\n"),
      .quiet(
        "<!-- tmpl:allow insecure-url: the host has no certificate -->\n<a href=\"http://example.com/\">$<NAME></a>"
      ),
      .quiet(
        "<a href=\"http://localhost.example.com/x.a\">$<NAME></a> <!-- tmpl:allow insecure-url: old -->"
      ),
      .quiet("<!-- tmpl:allow unused-parameter: no list here --><p>$<NAME></p>", people: nil),
      .quiet("<!-- tmpl is great --><p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let text = context.draft.body.text
      for comment in context.draft.allowances {
        let place = text.location(of: comment.range)
        if !comment.isApart {
          report(
            Problem(
              Message(
                "here the comment would be sent and allows nothing",
                ko: "이 자리의 주석은 그대로 발송되고 아무것도 허용하지 않습니다"),
              at: place,
              help: Message("put blanks around it", ko: "앞뒤에 빈칸을 두세요")))
        } else if comment.rules.isEmpty {
          report(
            Problem(Message("the comment names no rule", ko: "주석에 규칙 이름이 없습니다"), at: place))
        } else if comment.reason.isEmpty {
          report(
            Problem(Message("the comment gives no reason", ko: "주석에 이유가 없습니다"), at: place))
        } else {
          for (name, range) in comment.rules {
            if let problem = problem(name, text.location(of: range)) { report(problem) }
          }
        }
      }
    })

  private static func problem(_ name: String, _ place: Location) -> Problem? {
    guard let rule = named(name) else {
      let near = Suggestion.nearest(to: name, among: all.map(\.name))
      return Problem(
        Message("there is no rule \(quoted: name)", ko: "\(quoted: name)이라는 규칙이 없습니다"), at: place,
        help: near.map {
          Message("did you mean \(quoted: $0)?", ko: "\(quoted: $0)을(를) 쓰려던 것인가요?")
        } ?? Message("'tmpl rules' lists all", ko: "'tmpl rules'로 모두 볼 수 있습니다"))
    }
    guard rule.group.isBinding, rule.severity == .error else { return nil }
    return Problem(
      Message("errors of \(quoted: name) cannot be allowed", ko: "\(quoted: name) 오류는 허용할 수 없습니다"),
      at: place, help: Message("mend what it finds", ko: "발견된 문제를 고치세요"))
  }
}
