import Diagnostics
import Mailing

extension Rule {
  /// A value that the project does not allow.
  static let valueOutOfRange = Rule(
    "value-out-of-range", .error, .value,
    summary: Message(
      "a value outside what 'parameters' of tmpl.json says: type, min, max, pattern, values, maxWidth",
      ko: "tmpl.json의 'parameters'에 정한 type, min, max, pattern, values, maxWidth를 벗어난 값"),
    rationale: Message(
      "only the project knows that a discount is 0 to 90; without such an entry the rule is quiet",
      ko: "할인율이 0에서 90까지라는 것은 프로젝트만 압니다. 정해 두지 않으면 검사하지 않습니다"),
    instead: Message(
      "correct the value, or what tmpl.json says of it", ko: "값을 고치거나 tmpl.json의 설정을 고치세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged(
        "<p>‹$<DISCOUNT>›</p>",
        people: "address,DISCOUNT\na@example.com,90\nb@example.com,95\nc@example.com,x\n",
        rows: [3, 4], parameters: "\"DISCOUNT\": {\"type\": \"integer\", \"min\": 0, \"max\": 90}"),
      .flagged(
        "<p>‹$<GRADE>›</p>", people: "address,GRADE\na@example.com,Gold\nb@example.com,gold\n",
        rows: [3], parameters: "\"GRADE\": {\"values\": [\"Gold\", \"Silver\"]}"),
      .flagged(
        "<p>‹$<CODE>›</p>", people: "address,CODE\na@example.com,DEC-7F3K\nb@example.com,DEC-7f\n",
        rows: [3], parameters: "\"CODE\": {\"pattern\": \"^DEC-[0-9A-Z]{4}$\"}"),
      .flagged(
        "<p>‹$<CITY>›</p>", people: "address,CITY\na@example.com,서울특별시\nb@example.com,Seoul\n",
        rows: [2], parameters: "\"CITY\": {\"maxWidth\": 8}"),
      .flagged(
        "<p>‹$<DUE>›</p>",
        people: "address,DUE\na@example.com,2026-03-01\nb@example.com,2025. 12. 31\n",
        rows: [3], parameters: "\"DUE\": {\"type\": \"date\", \"min\": \"2026-01-01\"}"),
      .quiet("<p>$<DISCOUNT></p>", people: "address,DISCOUNT\na@example.com,95\n"),
      .quiet(
        "<p>$<TOTAL ?? \"-\"></p>",
        people: "address,TOTAL\na@example.com,\"1,234.50\"\nb@example.com,\n",
        parameters: "\"TOTAL\": {\"type\": \"number\", \"max\": 2000}"),
    ],
    check: .value(.constrained) { value, report in
      guard let allowed = value.places.constraint?.objection(to: value.text) else { return }
      let subject = value.subject
      let text = value.string
      report(
        value.sighting(
          Message(
            "\(subject.english) is \(value: text); allowed: \(allowed.english)",
            ko: "\(subject.korean) \(value: text)은(는) 쓸 수 없습니다. 허용: \(allowed.korean)")))
    })
}
