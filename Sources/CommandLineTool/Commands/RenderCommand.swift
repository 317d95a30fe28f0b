import Composing
import Diagnostics
import Linting
import Recipients

extension Command {
  /// `tmpl render`: every person's mail, exactly as it would be sent.
  static let render = Command(
    name: "render", operands: "TEMPLATE [-r LIST]", operandLimit: 1,
    summary: Message(
      "print every person's mail, exactly as it would be sent", ko: "모든 사람의 메일을 발송될 그대로 출력합니다"),
    details: Message(
      "ndjson is one object a person: row, address, name, title, body.|html is the bodies alone, one behind the other.|eml is one person's mail as a message file; for several, --out DIR takes a file for each, in a folder that is new or empty.|The mark that the service puts before the titles of advertising mail by itself is 'titleMark' in ndjson, and stands in the subject of eml, where a comment says whose it is.|Nothing is printed unless template and list are free of errors.",
      ko:
        "ndjson은 한 사람에 객체 하나(row, address, name, title, body)입니다.|html은 본문만 이어서 출력합니다.|eml은 한 사람의 메일 파일입니다. 여러 사람이면 --out DIR로 새 폴더나 빈 폴더를 지정해 한 사람에 파일 하나씩 저장합니다.|광고 메일의 제목 앞에 발송 서비스가 붙이는 표시는 ndjson에서는 titleMark이고, eml에서는 제목에 넣고 주석으로 밝힙니다.|템플릿과 목록에 오류가 없을 때만 출력합니다."
    ),
    options: Option.reading + [
      .only, .row, .condition, .format(["ndjson", "html", "eml"]), .messages,
    ],
    examples: [
      "tmpl render receipt --format html --row 2 > one.html",
      "tmpl render receipt --format eml --only ann.kim@example.com > one.eml",
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
  let pick = try Pick(invocation)
  var mails = try RenderedMails(invocation, project, job)
  let checked = try job.check()
  guard let campaign = job.campaign(checked, &console, invocation) else { return .findings }
  try pick.checkNames(among: job.knownNames(checked))
  try list.forEachRow(job.wanted) { row throws(Failure) in
    guard pick.accepts(row, job.names) else { return !console.isBroken }
    try mails.add(try campaign.acceptedMail(row, in: list), &console)
    return !console.isBroken
  }
  mails.finish(&console)
  return mails.count > 0 ? .success : try pick.foundNobody()
}
