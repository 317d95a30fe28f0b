import Diagnostics
import JSONSyntax
import Linting

extension Command {
  /// `tmpl rules`: the manual of the linter.
  static let rules = Command(
    name: "rules", operands: "[NAME]", operandLimit: 1,
    summary: Message("list the lint rules, or explain one", ko: "검사 규칙을 나열하거나 하나를 설명합니다"),
    details: Message(
      "Examples mark with ‹ › what a rule flags; they are the rule's own tests.",
      ko: "예에서 ‹ › 로 표시한 부분이 규칙이 찾는 것입니다. 예는 규칙의 테스트이기도 합니다."),
    options: [.format(["text", "json", "markdown"])],
    examples: ["tmpl rules", "tmpl rules dollar-before-tag"],
    run: { invocation, console throws(Failure) in try manual.print(invocation, &console) })
}

private let manual = Manual(
  entries: Rule.all, name: { $0.name }, noun: ("rule", "규칙이"), command: "rules",
  all: { language, format in
    switch format {
    case "json": json(Rule.all)
    case "markdown": RuleManual(language: language).markdown()
    default: RuleManual(language: language).overview()
    }
  },
  one: { rule, language, format in
    format == "json" ? json([rule]) : RuleManual(language: language).page(rule)
  })

private func json(_ rules: [Rule]) -> String {
  var json = JSONWriter(indent: 2)
  json.beginArray()
  for rule in rules {
    json.beginObject()
    json.key("name")
    json.string(rule.name)
    json.key("severity")
    json.string(rule.severity.rawValue)
    json.key("group")
    json.string(rule.group.rawValue)
    json.pair("summary", rule.summary)
    json.pair("rationale", rule.rationale)
    json.pair("instead", rule.instead)
    json.key("sources")
    json.beginArray()
    for source in rule.sources {
      json.beginObject()
      json.pair("title", source.title)
      if let address = source.address {
        json.key("address")
        json.string(address)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
  json.endArray()
  return String(decoding: json.bytes, as: UTF8.self) + "\n"
}
