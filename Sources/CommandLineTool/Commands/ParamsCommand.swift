import Composing
import Diagnostics
import JSONSyntax
import Linting

extension Command {
  /// `tmpl params`: what a template needs, and how it goes over the wire.
  static let params = Command(
    name: "params", operands: "TEMPLATE", operandLimit: 1,
    summary: Message(
      "list a template's parameters, their places and names on the wire",
      ko: "템플릿의 파라미터와 쓰이는 곳, 발송될 때의 이름을 보여 줍니다"),
    details: Message(
      "For each use: where it stands, its name on the wire, how its value is written, and its place in the file.|A parameter used in different kinds of places has several names on the wire, one for each way of writing its value.|json is the same for programs; json-schema describes one person, or a JSON list of them, as -r takes it.|A template with errors is listed as far as it can be read; the exit status is then 1.",
      ko:
        "쓰이는 자리마다 위치, 발송될 때의 이름, 값을 쓰는 방식, 파일 안의 위치를 보여 줍니다.|다른 종류의 자리에 쓰이는 파라미터는 값을 쓰는 방식마다 발송 이름이 따로 있습니다.|json은 같은 내용의 프로그램용 형식이고, json-schema는 한 사람 또는 -r로 받는 JSON 목록의 스키마입니다.|오류가 있는 템플릿도 읽을 수 있는 만큼 보여 주며 종료 코드는 1입니다."
    ),
    options: [.format(["text", "json", "json-schema"])],
    examples: [
      "tmpl params receipt", "tmpl params receipt --format json",
      "tmpl params receipt --format json-schema > receipt.schema.json",
    ],
    run: listParameters)
}

private func listParameters(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let job = try Job.one(invocation, project)
  let table = ParameterTable(job.draft)
  let errors = Linter.errorCount(of: job.draft, options: job.options)
  switch invocation.value(named: "--format") {
  case "json":
    var json = JSONWriter(indent: 2)
    json.append(table, errors: errors)
    console.write(json.bytes + [UInt8(ascii: "\n")])
  case "json-schema":
    console.write(
      PersonSchema.text(of: table, job.wanted, job.options.constraints, console.language))
  default: console.write(ParameterText(language: console.language).text(of: table))
  }
  guard errors > 0 else { return .success }
  let call = "tmpl lint \(invocation.operands.joined())"
  console.note(
    Message(
      "\(errors, "error") in the template; '\(call)' says what to do",
      ko: "템플릿에 오류가 \(errors)건 있습니다. '\(call)'에서 고칠 방법을 볼 수 있습니다"))
  return .findings
}
