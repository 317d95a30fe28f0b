import Composing
import Diagnostics

extension Rule {
  /// A value that was escaped before it came into the list.
  static let alreadyEscapedValue = Rule(
    "already-escaped-value", .warning, .value,
    summary: Message(
      "a value with character references, or percent-encoded where it is read as text",
      ko: "문자 참조가 들었거나, 텍스트로 읽히는데 퍼센트 인코딩된 값"),
    rationale: Message(
      "it is escaped once more, and the reader sees \"O&#39;Brien\"",
      ko: "다시 이스케이프되어 \"O&#39;Brien\"처럼 보입니다"),
    instead: Message("put the plain text into the list", ko: "목록에 원래 텍스트를 쓰세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,O&#39;Brien\n", rows: [2]),
      .flagged(
        "<p>‹$<NAME>›</p>",
        people:
          "address,NAME\na@example.com,Kim\nb@example.com,%EA%B9%80\nc@example.com,A &amp; B\n",
        rows: [3, 4]),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,AT&T\nb@example.com,R&D; x\n"),
      .quiet(
        "<a href=\"https://example.com/$<CODE>\">x</a>",
        people: "address,CODE\na@example.com,%EA%B9%80\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,50%20대 할인\n"),
      .quiet(
        request: RuleExample.request(body: "<p>${NAME}</p>", parameters: "\"NAME\": \"A &amp; B\"")),
      .quiet(
        "<p>$<CODE></p><a href=\"https://example.com/$<CODE>\">x</a>",
        people: "address,CODE\na@example.com,%EA%B9%80\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,5%20%80 할인\n"),
      .quiet("<p>$<CODE | raw></p>", people: "address,CODE\na@example.com,A &amp; B\n"),
    ],
    check: .value(.escape) { value, report in
      // HTML may hold references.
      guard !value.isFinal, value.places.isInBody || value.places.isInHeader else { return }
      let reference = WrittenReference.first(in: value.text)
      let isEncoded =
        value.places.isInText && !value.places.isInAddress
        && WrittenReference.hasPercentEncoding(value.text)
      guard reference != nil || isEncoded else { return }
      let subject = value.subject
      let text = value.string
      report(
        value.sighting(
          Message(
            "\(subject.english) is escaped already: \(value: text)",
            ko: "\(subject.korean)이 이미 이스케이프되어 있습니다: \(value: text)")))
    })
}
