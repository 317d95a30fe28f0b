import Diagnostics
import Recipients

extension Rule {
  /// A list or an object of JSON where a value belongs.
  static let valueNotText = Rule(
    "value-not-text", .error, .value,
    summary: Message(
      "a value that is an object or a list of JSON", ko: "JSON 객체나 배열인 값"),
    rationale: Message(
      "the service takes text for each key, and a list has no one text",
      ko: "서비스는 키마다 텍스트 하나를 받으며, 배열에는 정해진 텍스트가 없습니다"),
    instead: Message(
      "write out as text what the mail is to say", ko: "메일에 쓸 내용을 텍스트로 쓰세요"),
    sources: [.recipientForRequest],
    examples: [
      .flagged(
        people: "{\"address\":\"a@example.com\",\"NAME\":{\"first\":\"Kim\"}}\n", rows: [1]),
      .flagged(
        people:
          "{\"address\":\"a@example.com\",\"NAME\":\"Kim\"}\n{\"address\":\"b@example.com\",\"NAME\":[1]}\n",
        rows: [2]),
      .quiet(people: "{\"address\":\"a@example.com\",\"NAME\":9007199254740991}\n"),
      .quiet(people: "{\"address\":\"a@example.com\",\"NAME\":true}\n"),
    ],
    check: .row(.broken) { context, report in
      guard let problem = context.row.problem, case .nestedValue = problem else { return }
      report(Sighting(problem.message))
    })
}
