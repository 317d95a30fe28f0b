import Composing
import Diagnostics
import Templating

extension Rule {
  /// A value that holds a placeholder itself.
  static let placeholderInValue = Rule(
    "placeholder-in-value", .warning, .value,
    summary: Message(
      "a value that holds a complete placeholder; an error in complete requests",
      ko: "완전한 치환 변수가 든 값. 완성된 요청에서는 오류"),
    rationale: Message(
      "values are inserted once and shown literally here; whether the service substitutes twice is not documented",
      ko: "값은 한 번만 넣고 텍스트 그대로 보입니다. 서비스가 두 번 치환하는지는 문서에 없습니다"),
    instead: Message("put the finished text into the list", ko: "완성된 문구를 목록에 넣으세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,${GRADE}\n", rows: [2]),
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,Dear $<X>\n", rows: [2]),
      .flagged(
        request: RuleExample.request(
          body: "<p>‹${NAME}›</p>", parameters: "\"NAME\": \"Dear ${X}\""), rows: [1],
        severity: .error),
      .flagged(
        "<p>‹$<NAME>›</p>",
        people: "address,NAME\na@example.com,{{ name }}\nb@example.com,%%이름%%\n", rows: [2, 3]),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,$5 < $10\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,$< or {{ or 50%% or [[1]]\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,{NAME}\n"),
      // The service knows braces alone, so that a request of ours comes back as it went out.
      .quiet(
        request: RuleExample.request(
          body: "<p>${NAME}</p>", parameters: "\"NAME\": \"$<X>\"")),
      .quiet(
        request: RuleExample.request(body: "<p>${NAME}</p>", parameters: "\"NAME\": \"{{ name }}\"")
      ),
    ],
    check: .value(.placeholder) { value, report in
      let isFinal = value.isFinal
      let isOwn = value.kinds.contains(.dollar) && holdsPlaceholder(value.text, isFinal)
      // What other tools would fill in is text to the service.
      guard isOwn || !isFinal && ForeignMark.isPresent(in: value.text) else { return }
      let text = value.string
      let name = value.name
      report(
        value.sighting(
          Message(
            "the value \(value: text) of \(quoted: name) is itself a placeholder",
            ko: "\(quoted: name) 값 \(value: text)에 치환 변수가 들어 있습니다"),
          severity: isFinal ? .error : .warning))
    })

  /// The service, which finished values go to, knows the marks `${…}` alone.
  private static func holdsPlaceholder(_ text: ArraySlice<UInt8>, _ isFinal: Bool) -> Bool {
    let file = SourceFile(path: "", bytes: Array(text))
    return Template(SourceText(file), dialect: .wire).placeholders.contains {
      !isFinal || $0.marks == .brace
    }
  }
}
