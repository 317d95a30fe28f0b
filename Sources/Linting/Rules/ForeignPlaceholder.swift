import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A placeholder in the spelling of another system.
  static let foreignPlaceholder = Rule(
    "foreign-placeholder", .error, .placeholder,
    summary: Message(
      "placeholders of other systems: {{NAME}}, %NAME%, *|NAME|*, [[NAME]], ##NAME##",
      ko: "다른 시스템의 치환 변수: {{NAME}}, %NAME%, *|NAME|*, [[NAME]], ##NAME##"),
    rationale: Message(
      "each service has its own marks, and sends those of others as they are",
      ko: "서비스마다 기호가 다르며, 다른 기호는 글자 그대로 발송됩니다"),
    instead: Message("write $<NAME>", ko: "$<NAME>으로 쓰세요"),
    sources: [.fallbacks],
    examples: [
      .flagged("<p>Dear ‹{{ NAME }}›, $<NAME></p>"),
      .flagged("<p>‹%NAME%› ‹[[NAME]]› ‹*|NAME|*› $<NAME></p>"),
      .flagged("<p>‹##이름##› ‹@@NAME@@› ‹%%NAME%%› ‹{$NAME}› ‹$%NAME%$› $<NAME></p>"),
      .flagged("<p>‹<%= user.name %>› ‹{% if vip %}› ‹{# x #}› $<NAME></p>"),
      .flagged("<a href=\"https://example.com/?n=‹%ADDRESS%›\">$<NAME></a>"),
      .flagged("<p>$<NAME></p>", title: "Hi ‹{{NAME}}›"),
      .flagged(
        "<p>‹[등급명]› $<NAME></p>", people: "address,NAME,등급명\na@example.com,Kim,김\n",
        severity: .advice
      ),
      .quiet("<p>10%~30%, 50% off and 20% more, %a% $<NAME></p>"),
      .quiet("<p>[[1]] [공지] #1 ## a ## {a} $<NAME></p>"),
      .quiet("<pre>{{NAME}}</pre><p><code>%NAME%</code> $<NAME></p>"),
      .quiet("<style>@media print{a{color:red}}p{{color:red}}</style><p>$<NAME></p>"),
      .quiet(
        "<script type=\"application/ld+json\">{\"a\":{\"b\":[[\"c\"]]}} {{d}}</script>$<NAME>"),
      .quiet("<!--[if mso]><p>{{NAME}}</p><![endif]--><p>$<NAME></p>"),
      .quiet("<a href=\"https://example.com/?q=%EA%B0%80%EAb%B0\">$<NAME></a>"),
      .quiet("<p>$<NAME> #{UNSUBSCRIBE_MESSAGE}</p>"),
    ],
    check: .list { context, report in
      for passage in context.draft.passages where !passage.isCode {
        for found in ForeignSyntax.all(in: passage) {
          report(problem(passage, found.range, found.name, context))
        }
        for (range, name) in bracketedColumns(in: passage, context) {
          var problem = problem(passage, range, name, context)
          problem.severity = .advice
          report(problem)
        }
      }
    })

  private static func problem(
    _ passage: Passage, _ range: Range<Int>, _ name: String?, _ context: ListContext
  ) -> Problem {
    let text = passage.template.text
    let mark = text.string(range)
    let own = name.flatMap { context.isSupplied($0) ? context.draft.spelling(of: $0) : nil }
    return Problem(
      Message(
        "\(quoted: mark) is a placeholder of another system and would be sent as it is",
        ko: "\(quoted: mark)은(는) 다른 시스템의 치환 변수라서 글자 그대로 발송됩니다"),
      at: text.location(of: range), parameter: name,
      fix: own.map {
        text.fix(range, Message("write '\($0)'", ko: "'\($0)'(으)로 쓰기"), .unsafe, $0)
      })
  }

  /// `[name]` where the list has a column of that name.
  private static func bracketedColumns(
    in passage: Passage, _ context: ListContext
  ) -> [(Range<Int>, String)] {
    let columns = Set(context.people?.columns ?? [])
    guard !columns.isEmpty else { return [] }
    return passage.bytes.bracketed.compactMap { range in
      let name = passage.template.text.string(range.lowerBound + 1..<range.upperBound - 1)
      let isDoubled = passage.bytes[..<range.lowerBound].last == UInt8(ascii: "[")
      return columns.contains(name) && !isDoubled ? (range, name) : nil
    }
  }
}

extension Draft {
  /// A placeholder of a name, with the marks that the body uses.
  fileprivate func spelling(of name: String) -> String {
    let usesBraces = body.placeholders.contains { $0.marks == .brace }
    return usesBraces ? "${\(name)}" : "$<\(name)>"
  }
}

extension ArraySlice<UInt8> {
  /// The stretches in square brackets, brackets included, that have no bracket in them.
  var bracketed: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for index in indices {
      if self[index] == UInt8(ascii: "[") { start = index }
      if self[index] == UInt8(ascii: "]"), let from = start {
        ranges.append(from..<index + 1)
        start = nil
      }
    }
    return ranges
  }
}
