import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// Start and end tags that do not fit together.
  static let tagMismatch = Rule(
    "tag-mismatch", .error, .html,
    summary: Message(
      "an end tag without start, a start tag without end, or wrong nesting",
      ko: "짝이 없는 시작 태그나 끝 태그, 잘못된 중첩"),
    rationale: Message(
      "webmail puts the mail into a page of its own: a stray '</div>' or an open table shifts all that follows",
      ko: "웹메일은 메일을 자기 페이지 안에 넣습니다. 남는 '</div>'나 닫지 않은 표는 뒤의 모든 것을 흐트러뜨립니다"),
    instead: Message("close every element where it was opened", ko: "연 요소는 연 자리에서 닫으세요"),
    examples: [
      .flagged("<div><p>$<NAME></p></div>‹</div>›"),
      .flagged("‹<table>›<tr><td>$<NAME></td></tr>"),
      .flagged("<div>‹<b>›$<NAME></div>‹</b>›"),
      .flagged("<!--[if mso]>‹<table>›<![endif]--><p>$<NAME></p>"),
      .quiet("<ul><li>$<NAME><li>x</ul><p>a<p>b<br><img src=\"https://example.com/a.png\">"),
      .quiet(
        "<!--[if mso]><table><tr><td><![endif]--><p>$<NAME></p>"
          + "<!--[if mso]></td></tr></table><![endif]-->"),
      .quiet("<DIV>$<NAME></div><hr/>"),
    ],
    check: .draft { context, report in
      // Where `$<b>` made a placeholder of the start tag, `dollar-before-tag` speaks.
      let placeholders = context.draft.body.placeholders
      let names = Set(placeholders.lazy.filter { $0.marks == .angle }.map(\.name))
      // Outlook sees both what stands in conditional comments and what stands outside.
      for isConditional in [false, true] {
        var balance = TagBalance()
        for token in context.draft.markup.tokens where token.isConditional == isConditional {
          balance.take(token)
        }
        balance.finish()
        for problem in balance.problems {
          if problem.isStray, names.contains(problem.token.name) { continue }
          let name = problem.token.name
          report(
            Problem(
              problem.isStray
                ? Message("'</\(name)>' closes nothing", ko: "'</\(name)>'이(가) 닫을 요소가 없습니다")
                : Message("'<\(name)>' is not closed", ko: "'<\(name)>'이(가) 닫히지 않았습니다"),
              at: context.draft.body.text.location(of: problem.token.range)))
        }
      }
    })
}

/// Matches end tags to start tags, with those left out that HTML lets one leave out.
private struct TagBalance {
  struct Mismatch {
    var token: HTMLToken
    var isStray: Bool
  }

  private(set) var problems: [Mismatch] = []
  private var open: [HTMLToken] = []
  /// How many elements of a name are open, so that a stray end tag is known at once.
  private var counts: [String: Int] = [:]

  mutating func take(_ token: HTMLToken) {
    // Names with a colon are Outlook's own; they may stand alone.
    guard !HTMLNames.isVoid(token.name) else { return }
    if token.kind == .startTag {
      if !(token.isSelfClosing && (token.name.contains(":") || !HTMLNames.isElement(token.name))) {
        open.append(token)
        counts[token.name, default: 0] += 1
      }
    } else if token.kind == .endTag {
      close(token)
    }
  }

  private mutating func close(_ token: HTMLToken) {
    guard counts[token.name, default: 0] > 0,
      let index = open.lastIndex(where: { $0.name == token.name })
    else {
      // A '</p>' without start is an empty paragraph, no shift.
      if token.name != "p" { problems.append(Mismatch(token: token, isStray: true)) }
      return
    }
    for skipped in open[(index + 1)...] where !HTMLNames.mayStayOpen(skipped.name) {
      problems.append(Mismatch(token: skipped, isStray: false))
    }
    for closed in open[index...] { counts[closed.name, default: 1] -= 1 }
    open.removeSubrange(index...)
  }

  mutating func finish() {
    for token in open where !HTMLNames.mayStayOpen(token.name) {
      problems.append(Mismatch(token: token, isStray: false))
    }
    open.removeAll()
    problems.sort { $0.token.range.lowerBound < $1.token.range.lowerBound }
  }
}
