import Composing
import Diagnostics
import Linting
import Mailing

extension Command {
  /// `tmpl lint`: what keeps templates from being sent to a list.
  static let lint = Command(
    name: "lint", operands: "[TEMPLATE…] [-r LIST]", operandLimit: 1000,
    summary: Message(
      "check templates and lists, and say what keeps them from being sent",
      ko: "템플릿과 목록을 검사하고 발송을 막는 것을 알려 줍니다"),
    details: Message(
      "Without TEMPLATE all templates are checked; without a list, each against the sample people beside it.|Findings go to standard output. Exit status 1 means that something is wrong at error level.|Machine formats, and text under CI, mask addresses and values; --show-values shows them.",
      ko:
        "TEMPLATE이 없으면 모든 템플릿을, 목록이 없으면 함께 있는 예시 수신자로 검사합니다.|결과는 표준 출력으로 나갑니다. 종료 코드 1은 오류가 있다는 뜻입니다.|기계용 형식과 CI의 텍스트는 주소와 값을 가립니다. --show-values로 볼 수 있습니다."
    ),
    options: Option.reading + [
      .format(ReportFormat.all.map(\.name)), .profile, .clients, .strict,
      .requireRecipients, .badRows, .cleanRows, .showValues, .all, .fix, .diff, .output,
      .maxFindings, .baseline, .writeBaseline, .timing,
    ],
    examples: [
      "tmpl lint", "tmpl lint grade-change -r customers.csv",
      "tmpl lint newsletter --format json > report.json",
    ],
    run: lintTemplates)
}

private func lintTemplates(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let desk = try ReportDesk(invocation, project)
  let found = try Job.all(invocation, project)
  var failures = found.failures
  var findings: [Finding] = []
  var mending = Mending()
  var lists: [(job: Job, checked: Job.Checked)] = []
  var summary = Report.Summary(templates: 0, recipients: 0, samples: false)
  for job in found.jobs {
    do throws(Failure) {
      let (job, checked) =
        invocation.mends
        ? try mending.mend(job) { job, edits throws(Failure) in
          var project = project
          project.edits = edits
          return try job.reopened(invocation, project)
        } : (job, try job.check())
      findings += checked.findings
      lists.append((job, checked))
      summary.add(job, checked)
      console.noteOnce(checked.statement?.message)
      if job.list == nil { try report(unchecked: job, invocation, &console) }
      if invocation.has(.timing) { console.explain(try RuleCosts(job).text) }
    } catch {
      failures.append(error)
    }
  }
  if invocation.has(.diff) {
    console.write(mending.difference)
    try console.fail(failures)
    return mending.isEmpty ? .success : .findings
  }
  if !mending.isEmpty {
    try mending.write()
    console.note(mending.statement)
  }
  try RowSplit.write(lists, invocation, project, &console)
  summary.unread = failures.count
  summary.warningLimit = project.settings.budgets.maxWarnings
  let report = try desk.report(findings, summary, &console)
  if summary.templates > 0 { try desk.write(report, &console) }
  try console.fail(failures)
  return report.stopping(isStrict: invocation.has(.strict)) == nil ? .success : .findings
}

/// Says that a template's values were not checked, or fails where they must be.
private func report(
  unchecked job: Job, _ invocation: Invocation, _ console: inout Console
) throws(Failure) {
  guard !invocation.has(.requireRecipients) else {
    throw Failure(
      Message(
        "\(quoted: job.draft.name) has no list to check against; name one with -r",
        ko: "\(quoted: job.draft.name)을(를) 검사할 목록이 없습니다. -r로 지정하세요"))
  }
  console.note(
    Message(
      "\(job.draft.name): no list, so values were not checked; name one with -r",
      ko: "\(job.draft.name): 목록이 없어 값을 검사하지 않았습니다. -r로 지정하세요"))
}

extension Invocation {
  /// Whether fixes are to be made, if only to show them.
  fileprivate var mends: Bool { has(.fix) || has(.diff) }
}

extension Report.Summary {
  /// Counts one more template.
  fileprivate mutating func add(_ job: Job, _ checked: Job.Checked) {
    templates += 1
    recipients += checked.people
    samples = samples || job.list?.isSample == true
    if job.list == nil { unchecked += 1 }
  }
}
