import Diagnostics
import Markup

extension Rule {
  /// CSS that programs stop understanding.
  static let cssSyntaxError = Rule(
    "css-syntax-error", .error, .html,
    summary: Message(
      "braces, brackets or quotes without a partner, a missing ':' or ';'",
      ko: "짝이 없는 괄호나 따옴표, 빠진 ':'나 ';'"),
    rationale: Message(
      "browsers drop what follows, and Gmail the whole style element",
      ko: "브라우저는 뒤의 내용을, Gmail은 style 요소 전체를 버립니다"),
    instead: Message("mend the styles at that place", ko: "그 자리의 스타일을 고치세요"),
    sources: [.cssErrors, .gmailStyles],
    examples: [
      .flagged("<style>.a‹{›color:red</style><p>$<NAME></p>"),
      .flagged("<style>.a{color:red}‹}›</style><p>$<NAME></p>"),
      .flagged("<p style=\"width:‹calc(›1px + 2px;color:red\">$<NAME></p>"),
      .flagged("<p style=\"‹color red›\">$<NAME></p>"),
      .flagged("<p style=\"color:red\n‹width›:10px\">$<NAME></p>"),
      .flagged("<p style=\"font-family:‹'›Arial;color:red\">$<NAME></p>"),
      .flagged("<style>p{color:red}‹;›a{color:blue}</style><p>$<NAME></p>", severity: .warning),
      .quiet(
        "<style>a:after{content:\"}\"}/* { */b{background:url(https://example.com/a;b.png)}</style><p>$<NAME></p>"
      ),
      .quiet(
        "<style><!-- p{*zoom:1;_height:1px;color:red!ie;mso-style-name:\"a:b\"} --></style><p>$<NAME></p>"
      ),
      .quiet(
        "<p style=\"filter:progid:DXImageTransform.Microsoft.gradient(startColorstr='#7f000000');;\">$<NAME></p>"
      ),
      .quiet("<p style=\"font-family:&quot;Malgun Gothic&quot;;color:\">$<NAME></p>"),
      .quiet(
        "<style>@media only screen and (min-width:0\\0){.a{color:red}}u+.b #c[d]>e{margin:0}</style><p>$<NAME></p>"
      ),
      .quiet("<p style=\"$<NAME>\">x</p>"),
    ],
    check: .draft { context, report in
      for style in context.body.styles {
        // One mistake makes many: what follows in the same styles is not said.
        guard
          let problem = style.sheet.problems.min(by: { $0.range.lowerBound < $1.range.lowerBound }),
          !context.body.touchesPlaceholder(problem.range)
        else { continue }
        report(
          Problem(
            problem.kind.message, at: context.body.location(of: problem.range),
            severity: problem.kind == .straySemicolon ? .warning : nil))
      }
    })
}

extension StyleSheet.Problem.Kind {
  fileprivate var message: Message {
    switch self {
    case .unclosedBlock: Message("'{' without '}'", ko: "'{'에 짝이 되는 '}'가 없습니다")
    case .strayBrace: Message("'}' closes nothing", ko: "'}'가 닫을 것이 없습니다")
    case .unclosedBracket: Message("a bracket is not closed", ko: "괄호가 닫히지 않았습니다")
    case .strayBracket: Message("a bracket closes nothing", ko: "괄호가 닫을 것이 없습니다")
    case .unclosedQuote: Message("a quote is not closed", ko: "따옴표가 닫히지 않았습니다")
    case .badAddress:
      Message("'url()' holds what needs quotes", ko: "'url()'에 따옴표가 필요한 문자가 있습니다")
    case .missingColon: Message("a declaration without ':'", ko: "선언에 ':'이 없습니다")
    case .missingSemicolon: Message("';' is missing before this", ko: "이 앞에 ';'가 없습니다")
    case .straySemicolon:
      Message("for this ';' the next rule is dropped", ko: "이 ';' 때문에 다음 규칙이 버려집니다")
    case .missingBlock: Message("a rule without '{ }'", ko: "규칙에 '{ }'가 없습니다")
    }
  }
}
