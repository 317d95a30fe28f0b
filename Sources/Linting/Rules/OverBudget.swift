import Composing
import Diagnostics
import Templating

extension Rule {
  /// A body larger than the project allows.
  static let overBudget = Rule(
    "over-budget", .error, .size,
    summary: Message(
      "a filled body over the bytes that 'budgets' in tmpl.json allows",
      ko: "채운 뒤 tmpl.json의 'budgets'가 정한 크기를 넘는 본문"),
    rationale: Message(
      "the project keeps its mails small, so that they load fast and no program cuts them",
      ko: "빨리 열리고 잘리지 않도록 프로젝트가 메일 크기를 제한합니다"),
    instead: Message(
      "shorten it, or raise 'maxBodyBytes'", ko: "줄이거나 'maxBodyBytes'를 올리세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("‹›<p>$<NAME></p>", settings: "\"budgets\": {\"maxBodyBytes\": 9}"),
      .flagged(
        "‹›<p>$<NAME></p>", people: "address,NAME\na@shop.kr,Kim\nb@shop.kr,Kim Lee\n", rows: [3],
        settings: "\"budgets\": {\"maxBodyBytes\": 10}"),
      .flagged(
        "‹›<p>Hello</p>", people: nil, settings: "\"budgets\": {\"maxBodyBytes\": 11}"),
      .quiet("<p>$<NAME></p>", settings: "\"budgets\": {\"maxBodyBytes\": 10}"),
      .quiet("<p>$<NAME></p>", settings: "\"budgets\": {\"maxWarnings\": 0}"),
    ],
    check: .list { context, report in
      guard let budget = context.bodyBudget else { return }
      let largest = context.people?.largestBody.bytes ?? FilledSizes(context.draft).fixedBody
      guard largest > budget else { return }
      let row = context.draft.body.placeholders.isEmpty ? nil : context.people?.largestBody.row
      report(
        Problem(
          Message(
            "the largest body has \(largest) bytes; tmpl.json allows \(budget)",
            ko: "가장 큰 본문이 \(largest)바이트로 tmpl.json이 정한 \(budget)바이트를 넘습니다"),
          at: context.draft.body.text.location(of: 0..<0), rows: row.map { [$0] } ?? []))
    })
}
