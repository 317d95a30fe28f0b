import Composing
import Diagnostics
import JSONSyntax
import Linting
import Recipients

extension Command {
  /// `tmpl render`: every person's mail, exactly as it would be sent.
  static let render = Command(
    name: "render", operands: "TEMPLATE [-r LIST]", operandLimit: 1,
    summary: Message(
      "print every person's mail, exactly as it would be sent", ko: "모든 사람의 메일을 발송될 그대로 출력합니다"),
    details: Message(
      "ndjson is one object a person: row, address, name, title, body.|html is the bodies alone, one behind the other.|Nothing is printed unless template and list are free of errors.",
      ko:
        "ndjson은 한 사람에 객체 하나(row, address, name, title, body)입니다.|html은 본문만 이어서 출력합니다.|템플릿과 목록에 오류가 없을 때만 출력합니다."
    ),
    options: Option.reading + [.only, .row, .condition, .format(["ndjson", "html"])],
    examples: [
      "tmpl render receipt --format html --row 2 > one.html",
      "tmpl render grade-change -r customers.csv",
    ],
    run: renderMails)
}

private func renderMails(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let job = try Job.one(invocation, project)
  let list = try job.requiredList()
  guard let campaign = try job.campaign(&console, invocation) else { return .findings }
  let pick = try Pick(invocation)
  let plan = campaign.draft.plan
  let isHTML = invocation.value(named: "--format") == "html"
  var printed = 0
  try list.forEachRow(job.wanted) { row throws(Failure) in
    guard pick.accepts(row, job.names) else { return !console.isBroken }
    let mail = try campaign.acceptedMail(row, in: list)
    printed += 1
    if isHTML {
      console.write { plan.body.append(to: &$0, substituting: mail.values) }
    } else {
      console.write(object(mail, plan))
    }
    return !console.isBroken
  }
  return printed > 0 ? .success : try pick.foundNobody()
}

private func object(_ mail: Mail, _ plan: LoweringPlan) -> [UInt8] {
  var json = JSONWriter()
  json.beginObject()
  json.key("row")
  json.integer(mail.row)
  json.key("address")
  json.string(bytes: mail.address)
  json.key("name")
  if let name = mail.name { json.string(bytes: name) } else { json.null() }
  json.key("title")
  json.string(bytes: plan.title.substituting(mail.values))
  json.key("body")
  json.string(bytes: plan.body.substituting(mail.values))
  json.endObject()
  return json.bytes + [UInt8(ascii: "\n")]
}
