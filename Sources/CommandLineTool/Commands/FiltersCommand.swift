import Diagnostics
import JSONSyntax
import Templating

extension Command {
  /// `tmpl filters`: the manual of the filters.
  static let filters = Command(
    name: "filters", operands: "[NAME]", operandLimit: 1,
    summary: Message("list the filters, or explain one", ko: "필터를 나열하거나 하나를 설명합니다"),
    details: Message(
      "A filter changes a value before it is written; several work from left to right.| What they take:| \(FilterManual(language: .english).accepted)",
      ko:
        "필터는 값을 쓰기 전에 바꿉니다. 여럿이면 왼쪽부터 적용합니다.| 필터가 받는 값:| \(FilterManual(language: .korean).accepted)"
    ),
    options: [.format(["text", "json", "markdown"])],
    examples: ["tmpl filters", "tmpl filters date"],
    run: explainFilters)
}

private func explainFilters(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  if let project = try? Project(invocation.environment) {
    console.language = invocation.language(project)
  }
  let manual = FilterManual(language: console.language)
  let format = invocation.value(named: "--format")
  guard let name = invocation.operands.first else {
    switch format {
    case "json": console.write(json(Filter.all))
    case "markdown": console.write(manual.markdown())
    default: console.write(manual.overview())
    }
    return .success
  }
  guard let filter = Filter.named(name) else {
    if let near = Suggestion.nearest(to: name, among: Filter.all.map(\.name)) {
      throw Failure(
        Message(
          "there is no filter \(quoted: name); did you mean \(quoted: near)?",
          ko: "\(quoted: name) 필터가 없습니다. \(quoted: near)을(를) 쓰려던 것인가요?"))
    }
    throw Failure(
      Message(
        "there is no filter \(quoted: name); 'tmpl filters' lists them",
        ko: "\(quoted: name) 필터가 없습니다. 'tmpl filters'에 목록이 있습니다"))
  }
  switch format {
  case "json": console.write(json([filter]))
  case "markdown": console.write(manual.section(filter))
  default: console.write(manual.page(filter))
  }
  return .success
}

private func json(_ filters: [Filter]) -> String {
  var json = JSONWriter(indent: 2)
  json.beginArray()
  for filter in filters {
    json.beginObject()
    json.key("name")
    json.string(filter.name)
    json.key("signature")
    json.string(filter.signature)
    append("summary", filter.summary, to: &json)
    append("accepts", filter.accepts, to: &json)
    if let argument = filter.argument { append("argument", argument.summary, to: &json) }
    json.key("examples")
    json.beginArray()
    for example in filter.examples { append(example, to: &json) }
    json.endArray()
    json.endObject()
  }
  json.endArray()
  return String(decoding: json.bytes, as: UTF8.self) + "\n"
}

private func append(_ key: String, _ message: Message, to json: inout JSONWriter) {
  json.key(key)
  json.beginObject()
  json.key("en")
  json.string(message.text(.english))
  json.key("ko")
  json.string(message.text(.korean))
  json.endObject()
}

/// A refused value has no result.
private func append(_ example: FilterExample, to json: inout JSONWriter) {
  json.beginObject()
  json.key("call")
  json.string(example.call)
  json.key("value")
  json.string(example.value)
  if let result = example.result {
    json.key("result")
    json.string(result)
  }
  json.endObject()
}
