import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// Columns or parameters that nothing uses.
  static let unusedParameter = Rule(
    "unused-parameter", .advice, .placeholder,
    summary: Message(
      "columns or parameters that neither title nor body uses",
      ko: "제목과 본문 어디에도 쓰이지 않는 열이나 파라미터"),
    rationale: Message(
      "an unused column of a list is never sent; a name close to an undefined one is a misspelling",
      ko: "목록의 쓰이지 않는 열은 발송되지 않습니다. 정의되지 않은 이름과 비슷하면 오타일 수 있습니다"),
    instead: Message(
      "name columns that are meant to stay unused in 'ignoreColumns' of tmpl.json",
      ko: "쓰지 않을 열은 tmpl.json의 'ignoreColumns'에 적어 두세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged(people: "address,NAME,memo\na@example.com,Kim,x\n"),
      .flagged(fields: "\"parameters\": {\"OLD\": ‹\"x\"›}"),
      .quiet(
        people: "address,NAME,memo\na@example.com,Kim,x\n",
        settings: "\"ignoreColumns\": [\"memo\"]"),
      .quiet("<p>$<NAME> $<memo></p>", people: "address,NAME,memo\na@example.com,Kim,x\n"),
      .quiet(people: "email,이름,NAME\na@example.com,Kim,Kim\n"),
      .quiet("<p>$<NAME> $<GRADE</p>", people: "address,NAME,GRADE\na@example.com,Kim,A\n"),
      .quiet("<p>$<NAME> $&lt;GRADE&gt;</p>", people: "address,NAME,GRADE\na@example.com,Kim,A\n"),
    ],
    check: .list { context, report in
      let undefined = context.undefinedNames
      let used = Set(context.draft.parameterNames)
      for shared in context.draft.envelope.parameters where !used.contains(shared.name) {
        report(
          Problem(
            Message(
              "shared parameter \(quoted: shared.name) is never used",
              ko: "공통 파라미터 \(quoted: shared.name)이(가) 쓰이지 않습니다"),
            at: context.draft.envelope.location(of: shared.value.range), parameter: shared.name,
            severity: .warning))
      }
      guard let people = context.people else { return }
      let damaged = context.draft.damagedText
      let unused = people.unusedColumns.filter {
        !context.ignoredColumns.contains($0) && !damaged.contains($0)
      }
      guard !unused.isEmpty else { return }
      let near = unused.filter { Suggestion.nearest(to: $0, among: undefined) != nil }
      let isRequest = context.draft.hasFinalValues
      report(
        Problem(
          Message(
            "\(unused.count, "unused column") not sent: \(headers: unused)",
            ko: "쓰이지 않아 발송되지 않는 열 \(unused.count)개: \(headers: unused)"),
          at: Location(file: people.list), count: 1,
          severity: isRequest || !near.isEmpty ? .warning : .advice))
    })
}

extension ListContext {
  /// Parameters that a use needs and nobody has.
  fileprivate var undefinedNames: [String] {
    undefinedParameters.map { draft.plan.parameters[$0].name }
  }
}

extension Draft {
  /// What was meant for placeholders: the names in it are used as soon as it is mended.
  fileprivate var damagedText: String {
    [title, body].flatMap { template in
      (template.problems.map(\.range) + MangledSpelling.findAll(in: template).map(\.range))
        .map { template.text.string($0) }
    }.joined(separator: "\n")
  }
}
