import Composing
import Diagnostics
import Linting
import Mailing

extension Command {
  /// `tmpl payload`: the request itself.
  static let payload = Command(
    name: "payload", operands: "TEMPLATE [-r LIST] [--profile NAME]", operandLimit: 1,
    summary: Message("print the exact request that would be sent", ko: "발송될 요청을 그대로 출력합니다"),
    details: Message(
      "Every placeholder is lowered to a plain ${NAME} with a finished value per person.|Long lists become several requests of up to 10,000 people, one a line.|The output is a complete request: given back to tmpl it comes out unchanged.|It holds addresses and values as they are sent; nothing is masked here.",
      ko:
        "모든 치환 변수를 ${NAME}과 사람마다 완성된 값으로 바꿉니다.|긴 목록은 최대 10,000명씩 한 줄에 하나의 요청이 됩니다.|출력은 완성된 요청이며 다시 tmpl에 주면 그대로 나옵니다.|주소와 값을 발송되는 그대로 담고 있으며 가리지 않습니다."
    ),
    options: Option.reading + [.profile],
    examples: ["tmpl payload grade-change --profile com", "tmpl payload request.json"],
    run: writePayload)
}

private func writePayload(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let job = try Job.one(invocation, project)
  let list = try job.requiredList()
  let profile = try job.requiredProfile()
  guard let campaign = try job.campaign(&console, invocation) else { return .findings }
  if !campaign.draft.attachments.isEmpty {
    console.note(
      Message(
        "attachments are not in the request: 'tmpl send' uploads them first, and names their ids",
        ko: "첨부 파일은 요청에 없습니다. 'tmpl send'가 먼저 올리고 그 ID를 적습니다"))
  }
  var writer = RequestWriter(campaign.draft, profile: profile)
  try list.forEachRow(job.wanted) { row throws(Failure) in
    let mail = try campaign.acceptedMail(row, in: list)
    if let request = writer.add(mail) { console.write(request) }
    return !console.isBroken
  }
  if let request = writer.finish() { console.write(request) }
  return .success
}
