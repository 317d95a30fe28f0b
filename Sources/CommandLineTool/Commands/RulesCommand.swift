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
    run: explainRules)
}

private func explainRules(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  if let project = try? Project(invocation.environment) {
    console.language = invocation.language(project)
  }
  let manual = RuleManual(language: console.language)
  let format = invocation.value(named: "--format")
  guard let name = invocation.operands.first else {
    switch format {
    case "json": console.write(json(Rule.all))
    case "markdown": console.write(manual.markdown())
    default: console.write(manual.overview())
    }
    return .success
  }
  guard let rule = Rule.named(name) else {
    if let near = Suggestion.nearest(to: name, among: Rule.all.map(\.name)) {
      throw Failure(
        Message(
          "there is no rule \(quoted: name); did you mean \(quoted: near)?",
          ko: "\(quoted: name) 규칙이 없습니다. \(quoted: near)을(를) 쓰려던 것인가요?"))
    }
    throw Failure(
      Message(
        "there is no rule \(quoted: name); 'tmpl rules' lists them",
        ko: "\(quoted: name) 규칙이 없습니다. 'tmpl rules'에 목록이 있습니다"))
  }
  console.write(format == "json" ? json([rule]) : manual.page(rule))
  return .success
}

private func json(_ rules: [Rule]) -> String {
  var json = JSONWriter(indent: 2)
  func pair(_ key: String, _ message: Message) {
    json.key(key)
    json.beginObject()
    json.key("en")
    json.string(message.text(.english))
    json.key("ko")
    json.string(message.text(.korean))
    json.endObject()
  }
  json.beginArray()
  for rule in rules {
    json.beginObject()
    json.key("name")
    json.string(rule.name)
    json.key("severity")
    json.string(rule.severity.rawValue)
    json.key("group")
    json.string(rule.group.rawValue)
    pair("summary", rule.summary)
    pair("rationale", rule.rationale)
    pair("instead", rule.instead)
    json.endObject()
  }
  json.endArray()
  return String(decoding: json.bytes, as: UTF8.self) + "\n"
}
