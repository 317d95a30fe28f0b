import Diagnostics

extension Rule {
  /// A finished value that ends the attribute it goes into.
  static let quoteInAttributeValue = Rule(
    "quote-in-attribute-value", .error, .value,
    summary: Message(
      "in a complete request, a value with the quotation mark that ends its attribute",
      ko: "완성된 요청에서, 값이 들어가는 속성을 끝내는 따옴표가 든 값"),
    rationale: Message(
      "27\" closes alt=\"…\"; values of a folder's list are escaped, those of a request are not",
      ko: "27\"가 alt=\"…\"를 닫습니다. 폴더 목록의 값은 이스케이프되지만 요청의 값은 그대로 나갑니다"),
    instead: Message("write &quot; or &#39; in the request", ko: "요청에 &quot;나 &#39;로 쓰세요"),
    sources: [.html("attributes", "syntax.html#attributes-2"), .scriptInjection],
    examples: [
      .flagged(
        request: RuleExample.request(
          body: "<img src='a.png' alt='‹${NAME}›'>", parameters: "\"NAME\": \"O'Brien\""), rows: [1]
      ),
      .flagged(
        request: RuleExample.request(
          body: "<p title='‹${NAME}›'>x</p>", parameters: "\"NAME\": \"27'\""), rows: [1]),
      .quiet("<img src=\"a.png\" alt=\"$<NAME>\">", people: "address,NAME\na@example.com,27\"\"\n"),
      .quiet(
        request: RuleExample.request(
          body: "<p title='${NAME}'>x</p>", parameters: "\"NAME\": \"27\\\"\"")),
    ],
    check: .value(.finalInAttribute) { value, report in
      guard let mark = value.text.first(where: value.places.quotes.contains)
      else { return }
      let subject = value.subject
      let sign = String(UnicodeScalar(mark))
      report(
        value.sighting(
          Message(
            "\(subject.english) has a \(sign) and goes into an attribute in \(sign)…\(sign)",
            ko: "\(subject.korean)에 \(sign)가 있는데 \(sign)…\(sign) 속성 안에 들어갑니다")))
    })
}
