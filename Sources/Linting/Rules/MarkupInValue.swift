import Composing
import Diagnostics

extension Rule {
  /// A value that looks like HTML.
  static let markupInValue = Rule(
    "markup-in-value", .warning, .value,
    summary: Message(
      "a value that holds a tag or a comment; an error in complete requests",
      ko: "태그나 주석이 든 값. 완성된 요청에서는 오류"),
    rationale: Message(
      "in a folder's list it is escaped and shown literally; in a complete request it becomes part of the mail",
      ko: "폴더의 목록에서는 텍스트 그대로 보이고, 완성된 요청에서는 메일의 일부가 됩니다"),
    instead: Message("remove the markup from the list", ko: "목록에서 태그를 지우세요"),
    sources: [.scriptInjection],
    examples: [
      .flagged(
        "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,<b>Kim</b>\n", rows: [2]),
      .flagged(
        "<p>‹$<NAME>›</p>",
        people: "address,NAME\na@example.com,Kim\nb@example.com,<!-- x -->\n", rows: [3]),
      .flagged(
        request: RuleExample.request(
          body: "<p>‹${NAME}›</p>", parameters: "\"NAME\": \"<b>Kim</b>\""),
        rows: [1], severity: .error),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,apples < 5kg\n"),
      .quiet(
        request: RuleExample.request(
          body: "<p>${NAME}</p>", parameters: "\"NAME\": \"&lt;b&gt;Kim&lt;/b&gt;\"")),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,<3 you\n"),
      .quiet("<p>$<NAME | raw></p>", people: "address,NAME\na@example.com,<b>Kim</b>\n"),
      .quiet("<p>x</p>", title: "Hi $<NAME>", people: "address,NAME\na@example.com,<b>Kim</b>\n"),
    ],
    check: .value(.tag) { value, report in
      guard value.places.isInBody else { return }
      let isFinal = value.isFinal
      let text = value.string
      let name = value.name
      report(
        value.sighting(
          isFinal
            ? Message(
              "the value \(value: text) of \(quoted: name) becomes markup in the mail",
              ko: "\(quoted: name) 값 \(value: text)이(가) 메일에서 태그로 동작합니다")
            : Message(
              "the value \(value: text) of \(quoted: name) holds markup; it will be shown literally",
              ko: "\(quoted: name) 값 \(value: text)에 태그가 있습니다. 텍스트 그대로 보입니다"),
          severity: isFinal ? .error : .warning))
    })
}
