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
    run: { invocation, console throws(Failure) in try manual.print(invocation, &console) })
}

private let manual = Manual(
  entries: Filter.all, name: { $0.name }, noun: ("filter", "필터가"), command: "filters",
  all: { language, format in
    switch format {
    case "json": json(Filter.all)
    case "markdown": FilterManual(language: language).markdown()
    default: FilterManual(language: language).overview()
    }
  },
  one: { filter, language, format in
    switch format {
    case "json": json([filter])
    case "markdown": FilterManual(language: language).section(filter)
    default: FilterManual(language: language).page(filter)
    }
  })

private func json(_ filters: [Filter]) -> String {
  var json = JSONWriter(indent: 2)
  json.beginArray()
  for filter in filters {
    json.beginObject()
    json.key("name")
    json.string(filter.name)
    json.key("signature")
    json.string(filter.signature)
    json.pair("summary", filter.summary)
    json.pair("accepts", filter.accepts)
    if let argument = filter.argument { json.pair("argument", argument.summary) }
    json.key("examples")
    json.beginArray()
    for example in filter.examples { append(example, to: &json) }
    json.endArray()
    json.endObject()
  }
  json.endArray()
  return String(decoding: json.bytes, as: UTF8.self) + "\n"
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
