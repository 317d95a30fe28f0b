import Approving
import Composing
import Diagnostics
import Hashing
import Linting
import Mailing
import Publishing

extension Command {
  /// `tmpl send`: what was approved, once.
  static let send = Command(
    name: "send", operands: "TEMPLATE -r LIST", operandLimit: 1,
    summary: Message(
      "send exactly what was approved, exactly once", ko: "승인한 것을 그대로 한 번만 발송합니다"),
    details: Message(
      "Without --confirm nothing is sent: it shows what would be, and the command that does it.|Everything is written down in a ledger before it leaves. A request without an answer is never sent again by itself: --resume looks it up in the service's list, and --resolve says what only the console knows.|--test sends up to 20 mails to addresses that \"testAddresses\" in tmpl.json allows. --sandbox sends to a 'tmpl sandbox' on this machine; nothing leaves.|Keys stand in the environment or in .env: NAVER_ACCESS_KEY, NAVER_SECRET_KEY and NAVER_OUTBOUND_MAILER_API_ENDPOINT, or NCLOUD_ACCESS_KEY, NCLOUD_SECRET_KEY and NCLOUD_SENS_MAIL_SERVICE_ID.|Exit status: 0 sent or shown, 1 not approved or sent before, 2 wrong use, 3 failed or unknown, 130 interrupted.",
      ko:
        "--confirm이 없으면 보내지 않고, 무엇을 보낼지와 보내는 명령을 보여 줍니다.|보내기 전에 모두 장부에 적습니다. 응답이 없던 요청은 스스로 다시 보내지 않습니다. --resume이 서비스의 목록에서 찾아보고, 콘솔에서만 알 수 있는 것은 --resolve로 알려 줍니다.|--test는 tmpl.json의 \"testAddresses\"에 있는 주소로 20통까지 보냅니다. --sandbox는 이 컴퓨터의 'tmpl sandbox'로 보내며 밖으로 나가지 않습니다.|키는 환경 변수나 .env에 둡니다: NAVER_ACCESS_KEY, NAVER_SECRET_KEY, NAVER_OUTBOUND_MAILER_API_ENDPOINT 또는 NCLOUD_ACCESS_KEY, NCLOUD_SECRET_KEY, NCLOUD_SENS_MAIL_SERVICE_ID.|종료 코드: 0 발송 또는 표시, 1 승인되지 않았거나 이미 발송, 2 잘못된 사용, 3 실패 또는 결과 모름, 130 중단."
    ),
    options: Option.reading + [
      .confirm, .at, .first, .resume, .resolve, .again, .writeRemaining, .keepGoing, .ledger,
      .test, .rehearse, .port, .only, .row, .condition, .profile,
    ],
    examples: [
      "tmpl send newsletter -r customers.csv",
      "tmpl send newsletter -r customers.csv --confirm 12000-8a41",
      "tmpl send newsletter -r customers.csv --resume",
      "tmpl send newsletter --test me@example.com",
      "tmpl send newsletter --sandbox",
    ],
    run: sendMails)
}

private func sendMails(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let options = try SendOptions(invocation)
  var job = try Job.one(invocation, project)
  if let time = try invocation.time() { job = job.leaving(at: time, in: project) }
  if invocation.has(.test) {
    return try TestRun(job: job, invocation: invocation, project: project).run(&console)
  }
  for option in [Option.only, .row, .condition] where invocation.has(option) {
    throw Failure(
      Message(
        "\(quoted: option.name) goes with --test; a send is for the whole list, --exclude or --first make it smaller",
        ko: "\(quoted: option.name)은(는) --test와 함께 씁니다. 발송은 목록 전체가 대상이며 --exclude나 --first로 줄입니다"))
  }
  let run = CampaignRun(job: job, options: options, invocation: invocation, project: project)
  return try invocation.has(.rehearse) ? run.rehearse(&console) : run.send(&console)
}
