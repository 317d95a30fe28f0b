import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// Start and end tags that do not fit together.
  static let tagMismatch = Rule(
    "tag-mismatch", .error, .html,
    summary: Message(
      "an end tag without start, a start tag without end, wrong nesting, a link in a link, or what no table takes directly",
      ko: "짝이 없는 시작 태그나 끝 태그, 잘못된 중첩, 링크 안의 링크, 표에 바로 쓸 수 없는 것"),
    rationale: Message(
      "webmail puts the mail into a page of its own: a stray '</div>' or an open table shifts all that follows",
      ko: "웹메일은 메일을 자기 페이지 안에 넣습니다. 남는 '</div>'나 닫지 않은 표는 뒤의 모든 것을 흐트러뜨립니다"),
    instead: Message("close every element where it was opened", ko: "연 요소는 연 자리에서 닫으세요"),
    sources: [
      .html("optional tags", "syntax.html#optional-tags"), .spamAssassin("HTML_TAG_BALANCE_HEAD"),
    ],
    examples: [
      .flagged("<div><p>$<NAME></p></div>‹</div>›"),
      .flagged("‹<table>›<tr><td>$<NAME></td></tr>"),
      .flagged("<div>‹<b>›$<NAME></div>‹</b>›"),
      .flagged("<!--[if mso]>‹<table>›<![endif]--><p>$<NAME></p>"),
      .flagged("<div$<NAME>>$<NAME></div>‹</div>›"),
      .flagged("<div>‹<style>›p{color:red}<p>$<NAME></p></div>"),
      .flagged("<div>‹<!--› $<NAME> <p>x</p></div>"),
      .flagged("<div>$<NAME>‹<!--[if mso]>›<p>x</p></div>"),
      .flagged("<div>$<NAME>‹<a› href=\"https://example.com/>x</a></div>"),
      .flagged("<table><tr>‹some text›<td>$<NAME></td></tr></table>"),
      .flagged("<table>‹<div>›x</div><tr><td>$<NAME></td></tr></table>"),
      .flagged(
        "<a href=\"https://example.com/\">x ‹<a href=\"https://example.com/b\">›$<NAME></a></a>"),
      .quiet(
        "<table><caption>x</caption><colgroup><col></colgroup>&nbsp;<tbody><tr><th>$<NAME></th></tr></tbody></table>"
      ),
      .quiet(
        "<table><!--[if mso]><tr><td>x</td></tr><![endif]--><tr><!-- x --><td>$<NAME></td></tr></table>"
      ),
      .quiet("<a name=\"x\"></a><a href=\"https://example.com/\">$<NAME></a>"),
      .quiet("<ul><li>$<NAME><li>x</ul><p>a<p>b<br><img src=\"https://example.com/a.png\">"),
      .quiet(
        "<!--[if mso]><table><tr><td><![endif]--><p>$<NAME></p>"
          + "<!--[if mso]></td></tr></table><![endif]-->"),
      .quiet("<DIV>$<NAME></div><hr/>"),
      .quiet("<a name=\"x\"><a href=\"https://example.com/\">$<NAME></a></a>"),
    ],
    check: .draft { context, report in
      let draft = context.draft
      let text = draft.body.text
      // Behind a mark that nothing closes, what seems wrong follows from that.
      let unclosed = draft.unclosedMark
      if let unclosed {
        let mark = text.string(unclosed.range)
        report(
          Problem(
            Message("\(quoted: mark) is not closed", ko: "\(quoted: mark)이(가) 닫히지 않았습니다"),
            at: text.location(of: unclosed.range), help: unclosed.help))
      }
      // Where `$<b>` made a placeholder of the start tag, `dollar-before-tag` speaks.
      let names = Set(draft.body.placeholders.lazy.filter { $0.marks == .angle }.map(\.name))
      // Outlook sees both what stands in conditional comments and what stands outside.
      var isBalanced = true
      for isConditional in [false, true] {
        var balance = TagBalance()
        for token in draft.markup.tokens where token.isConditional == isConditional {
          if let unclosed, token.range.lowerBound >= unclosed.range.lowerBound { break }
          balance.take(token, named: draft.literalName(of: token))
        }
        if unclosed == nil { balance.finish() }
        if !balance.problems.isEmpty { isBalanced = false }
        for problem in balance.problems {
          if problem.isStray, names.contains(problem.name) { continue }
          report(
            Problem(
              problem.isStray
                ? Message(
                  "'</\(problem.name)>' closes nothing", ko: "'</\(problem.name)>'이(가) 닫을 요소가 없습니다")
                : Message(
                  "'<\(problem.name)>' is not closed", ko: "'<\(problem.name)>'이(가) 닫히지 않았습니다"),
              at: text.location(of: problem.range)))
        }
      }
      // Around a stray tag, elements stand where nobody wrote them.
      guard unclosed == nil, isBalanced else { return }
      for misplaced in Misplacement.all(in: context.body) {
        report(misplaced.problem(context.body))
      }
    })
}

extension Draft {
  /// A tag's name up to a placeholder in it, which is another rule's matter.
  fileprivate func literalName(of token: HTMLToken) -> String {
    guard let range = token.nameRange, let dollar = body.text.bytes[range].firstIndex(of: 0x24)
    else { return token.name.text }
    return String(decoding: token.name.text.utf8.prefix(dollar - range.lowerBound), as: UTF8.self)
  }
}
