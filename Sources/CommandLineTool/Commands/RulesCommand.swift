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
      ko: "예에서 ‹ › 로 표시한 부분이 규칙이 찾는 것입니다. 예는 규칙의 시험이기도 합니다."),
    options: [.format(["text", "json"])],
    examples: ["tmpl rules", "tmpl rules dollar-before-tag"],
    run: explainRules)
}

private func explainRules(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  if let project = try? Project(invocation.environment) {
    console.language = invocation.language(project)
  }
  let isJSON = invocation.value(named: "--format") == "json"
  guard let name = invocation.operands.first else {
    console.write(isJSON ? json(Rule.all) : list(console.language))
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
  console.write(isJSON ? json([rule]) : RuleManual.text(rule, console.language))
  return .success
}

private func list(_ language: Language) -> String {
  var text = ""
  for group in Rule.Group.allCases {
    let rules = Rule.all.filter { $0.group == group }
    guard !rules.isEmpty else { continue }
    text += "\(group.rawValue)\n"
    for rule in rules {
      let name = rule.name + String(repeating: " ", count: max(1, 28 - rule.name.count))
      text += "  \(name)\(rule.severity.title.text(language)): \(rule.summary.text(language))\n"
    }
  }
  return text
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
