import Composing
import Diagnostics
import JSONSyntax

extension Command {
  /// `tmpl params`: what a template needs, and how it goes over the wire.
  static let params = Command(
    name: "params", operands: "TEMPLATE", operandLimit: 1,
    summary: Message(
      "list a template's parameters, their places and names on the wire",
      ko: "템플릿의 파라미터와 쓰이는 곳, 발송될 때의 이름을 보여 줍니다"),
    details: Message(
      "A parameter used in different kinds of places has several names on the wire, one for each way of writing its value.",
      ko: "다른 종류의 자리에 쓰이는 파라미터는 값을 쓰는 방식마다 발송 이름이 따로 있습니다."),
    options: [.format(["text", "json"])],
    examples: ["tmpl params receipt", "tmpl params receipt --format json"],
    run: listParameters)
}

private func listParameters(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let draft = try Job.one(invocation, project).draft
  console.write(
    invocation.value(named: "--format") == "json" ? json(draft) : text(draft, console.language))
  return .success
}

private func text(_ draft: Draft, _ language: Language) -> String {
  var output = ""
  for parameter in draft.plan.parameters {
    let needs =
      parameter.slots.allSatisfy { draft.plan.slots[$0].fallback != nil } || parameter.isOptional
      ? Message("optional", ko: "선택") : Message("required", ko: "필수")
    output += "\(VisibleText.escaping(parameter.name))  (\(needs.text(language)))\n"
    for slot in parameter.slots.map({ draft.plan.slots[$0] }) {
      let fallback = slot.fallback.map { " ?? \"\(String(decoding: $0, as: UTF8.self))\"" } ?? ""
      output += "  ${\(slot.wireName)}  \(slot.escaping.name)"
      output += VisibleText.escaping(fallback) + "\n"
      for use in slot.uses {
        output += "    \(VisibleText.escaping(draft.location(ofUse: use).description))\n"
      }
    }
  }
  let none = Message("no placeholders", ko: "치환 변수가 없습니다")
  return output.isEmpty ? none.text(language) + "\n" : output
}

private func json(_ draft: Draft) -> String {
  var json = JSONWriter(indent: 2)
  json.beginObject()
  json.key("schema")
  json.integer(1)
  json.key("parameters")
  json.beginArray()
  for parameter in draft.plan.parameters {
    json.beginObject()
    json.key("name")
    json.string(parameter.name)
    json.key("required")
    json.bool(
      !parameter.isOptional && parameter.slots.contains { draft.plan.slots[$0].fallback == nil })
    json.key("wire")
    json.beginArray()
    for slot in parameter.slots.map({ draft.plan.slots[$0] }) { append(slot, draft, &json) }
    json.endArray()
    json.endObject()
  }
  json.endArray()
  json.endObject()
  return String(decoding: json.bytes, as: UTF8.self) + "\n"
}

private func append(_ slot: Slot, _ draft: Draft, _ json: inout JSONWriter) {
  json.beginObject()
  json.key("name")
  json.string(slot.wireName)
  json.key("escaping")
  json.string(slot.escaping.name)
  if let fallback = slot.fallback {
    json.key("fallback")
    json.string(bytes: fallback)
  }
  json.key("uses")
  json.beginArray()
  for use in slot.uses { json.string(draft.location(ofUse: use).description) }
  json.endArray()
  json.endObject()
}
