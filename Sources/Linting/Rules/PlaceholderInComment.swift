import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A placeholder in an ordinary comment.
  static let placeholderInComment = Rule(
    "placeholder-in-comment", .warning, .placeholder,
    summary: Message("a placeholder inside an HTML comment", ko: "HTML 주석 안의 치환 변수"),
    rationale: Message(
      "nobody sees it, everybody receives it: personal data goes out unnoticed",
      ko: "아무도 보지 못하지만 모두가 받습니다. 개인정보가 모르는 사이에 나갑니다"),
    instead: Message("delete the comment", ko: "주석을 지우세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>x</p><!-- for ‹$<NAME>› -->"), .flagged("<!--‹${NAME}› was here--><p>x</p>"),
      .quiet("<!--[if mso]><p>$<NAME></p><![endif]-->"),
      .quiet("<!-- greeting --><p>$<NAME></p>"),
      .quiet("<!--[if !mso]><!--><p>$<NAME></p><!--<![endif]-->"),
      .quiet("<div><!-- <p>$<NAME></p></div>"),
    ],
    check: .draft { context, report in
      let shadow = context.draft.unclosedMark?.shadow
      for (number, use) in context.draft.plan.uses.enumerated() where use.context == .comment {
        let placeholder = context.draft.body.placeholders[use.placeholder]
        if shadow?.contains(placeholder.range.lowerBound) == true { continue }
        let name = placeholder.name
        report(
          Problem(
            Message(
              "\(quoted: name) is inside a comment: sent to everybody, seen by nobody",
              ko: "\(quoted: name)이(가) 주석 안에 있어 보이지 않은 채 발송됩니다"),
            at: context.draft.location(ofUse: number), parameter: name))
      }
    })
}
