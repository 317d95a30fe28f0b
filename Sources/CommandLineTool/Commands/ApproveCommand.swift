import Composing
import Hashing
import Approving
import Diagnostics
import Linting
import Mailing

extension Command {
  /// `tmpl approve`: says yes to exact bytes.
  static let approve = Command(
    name: "approve", operands: "TEMPLATE -r LIST", operandLimit: 1,
    summary: Message(
      "approve exactly what a list would get", ko: "목록에 발송될 내용을 정확히 승인합니다"),
    details: Message(
      "Checks everything, shows what changed since the last approval and a summary, asks for the count of people, then writes snapshots and snapshots/TEMPLATE/approvals/….json. Commit both: an approval is a record that code review protects, not a signature.|It covers the content, the people with their values, and the time; whatever of these changes voids it.|\"approvers\" (1), \"approvalDays\" (7) and \"monthlyQuota\" (1,000,000 mails) stand in tmpl.json.|--show says of each approval whether it stands, has expired, or which part has changed.",
      ko:
        "모두 검사하고, 지난 승인 뒤에 바뀐 것과 요약을 보여 주고, 수신 인원을 물은 다음 스냅샷과 snapshots/TEMPLATE/approvals/….json을 씁니다. 함께 커밋하세요. 승인은 서명이 아니라 코드 리뷰로 지키는 기록입니다.|내용, 사람과 값, 시각이 대상이며 하나라도 바뀌면 무효입니다.|\"approvers\"(1), \"approvalDays\"(7), \"monthlyQuota\"(1,000,000통)는 tmpl.json에 있습니다.|--show는 승인마다 유효한지, 만료되었는지, 무엇이 바뀌었는지 알려 줍니다."
    ),
    options: Option.reading + [.by, .between, .anyList, .yes, .check, .show, .profile],
    examples: [
      "tmpl approve newsletter -r customers.csv",
      "tmpl approve newsletter -r customers.csv --check",
      "tmpl approve newsletter --show",
    ],
    run: approveCampaign)
}

private func approveCampaign(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let job = try Job.one(invocation, project)
  let store = ApprovalStore(job.draft.name, in: project)
  // Files hold minutes.
  let now = Reservation(milliseconds: invocation.environment.now / 60_000 * 60_000)
  if invocation.has(.show) { return try show(try store.all(), job, invocation, now, &console) }
  guard invocation.has(.anyList) || job.list?.isSample == false else {
    throw Failure(
      Message(
        "sample people are never sent to; name the list with -r, or give --any-list",
        ko: "예시 수신자에게는 발송하지 않습니다. -r로 목록을 지정하거나 --any-list를 쓰세요"))
  }
  if !invocation.has(.check), invocation.environment.isCI {
    throw Failure(
      Message(
        "nothing is approved while CI is set; approve on your machine and commit, then use --check here",
        ko: "CI에서는 승인하지 않습니다. 자신의 컴퓨터에서 승인해 커밋하고 여기서는 --check를 쓰세요"))
  }
  guard let candidate = try Candidate(job, invocation, &console) else { return .findings }
  if invocation.has(.check) {
    return try check(candidate, try store.all(), project, now, &console)
  }
  return try approve(candidate, store, invocation, project, now, &console)
}

extension Project {
  /// What an approval has to fulfil.
  var terms: ApprovedCampaign.Terms {
    var terms = ApprovedCampaign.Terms()
    terms.days = settings.approvalDays
    terms.approvers = settings.approvers
    return terms
  }
}

private func check(
  _ candidate: Candidate, _ approvals: [Approval], _ project: Project, _ now: Reservation,
  _ console: inout Console
) throws(Failure) -> ExitStatus {
  let digests = candidate.digests
  do throws(Mismatch) {
    let approved = try candidate.approved(by: approvals, project.terms, now: now)
    let names = approved.approval.consents.map(\.by).joined(separator: ", ")
    console.write(
      Message(
        "✓ approved by \(quoted: names) · \(digests.text(.english))",
        ko: "✓ \(quoted: names) 승인 · \(digests.text(.korean))"
      ).text(console.language) + "\n")
    return .success
  } catch {
    let reason = candidate.message(error)
    console.write(
      Message(
        "✗ not approved: \(reason.text(.english)) · \(digests.text(.english))",
        ko: "✗ 승인되지 않음: \(reason.text(.korean)) · \(digests.text(.korean))"
      ).text(console.language) + "\n")
    return .findings
  }
}

/// Lists the approvals, each with a verdict; with a list of its own also on the people.
private func show(
  _ approvals: [Approval], _ job: Job, _ invocation: Invocation, _ now: Reservation,
  _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  var people: (summary: ListSummary, shown: String)?
  if !approvals.isEmpty, let list = job.list, !list.isSample {
    guard let candidate = try Candidate(job, invocation, &console) else { return .findings }
    people = (candidate.summary, list.shown)
  }
  let list = ApprovalList(
    approvals: approvals, terms: project.terms, now: now, language: console.language)
  console.write(
    list.text(
      ApprovalList.Today(draft: job.draft, profile: job.options.profile, list: people)))
  return .success
}

// MARK: Saying yes

private func approve(
  _ candidate: Candidate, _ store: ApprovalStore, _ invocation: Invocation, _ project: Project,
  _ now: Reservation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let schedule = try invocation.window() ?? candidate.schedule
  if case .between(_, let last) = schedule, last.milliseconds < now.milliseconds {
    throw Failure(Message("'--between' ends in the past", ko: "'--between'의 끝이 이미 지났습니다"))
  }
  let who = try Approver.name(invocation, project)
  var approval = Approval(
    template: candidate.job.draft.name, content: candidate.content,
    list: invocation.has(.anyList) ? nil : candidate.summary, schedule: schedule, consents: [])
  if let known = try store.all().first(where: { $0.digest == approval.digest }) {
    for consent in known.consents where consent.isValid(for: project.terms, now: now) {
      _ = approval.add(consent)
    }
  }
  guard approval.add(Approval.Consent(by: who, at: now)) else {
    let isEnough = approval.consents.count >= project.terms.approvers
    console.write(
      (isEnough
        ? Message("\(quoted: who) has approved this already", ko: "\(quoted: who)님이 이미 승인했습니다")
        : Message(
          "\(quoted: who) has approved this already; somebody else has to",
          ko: "\(quoted: who)님이 이미 승인했습니다. 다른 사람의 승인이 필요합니다"))
        .text(console.language) + "\n")
    return isEnough ? .success : .findings
  }
  let snapshots = try snapshots(of: candidate.job, project, invocation, &console)
  let text = SnapshotText(language: console.language, isColored: invocation.isColored)
  for change in snapshots?.changes ?? [] {
    console.write(text.text(change, of: candidate.job.draft.name))
  }
  console.write(
    CandidateText(
      language: console.language, now: now,
      quota: (
        try LedgerPlace.recipients(inMonthOf: now, project), project.settings.monthlyQuota
      )
    ).summary(candidate, for: approval))
  guard try confirm(candidate, invocation, &console) else { return .findings }
  // Snapshots first: no approval without what was looked at.
  if let snapshots { try snapshots.store.accept(snapshots.comparison.open) }
  let place = try store.write(approval)
  console.write(
    Message("approved: \(quoted: place)", ko: "승인했습니다: \(quoted: place)").text(console.language)
      + "\n")
  return .success
}

/// The sample people's mails, where a template has some.
private func snapshots(
  of job: Job, _ project: Project, _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> SnapshotJob? {
  guard let samples = job.withSamples else { return nil }
  return try SnapshotJob(samples, in: project, invocation, &console)
}

/// Asks for the count of people, so that nobody says yes to another list than they think.
private func confirm(
  _ candidate: Candidate, _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> Bool {
  let people = candidate.summary.people
  if let given = invocation.value(.yes) {
    guard Int(given) == people else {
      throw Failure(
        Message(
          "'--yes \(given)', but the list has \(people, "person", "people"); look at it again. Nothing was approved",
          ko: "'--yes \(given)'이지만 목록은 \(people)명입니다. 목록을 다시 확인하세요. 승인하지 않았습니다"))
    }
    return true
  }
  guard invocation.environment.isInputTerminal else {
    throw Failure(
      Message(
        "there is nobody to ask; '--yes \(people)' says yes for scripts",
        ko: "물어볼 터미널이 없습니다. 스크립트에서는 '--yes \(people)'을 쓰세요"))
  }
  let question = Message(
    "type the count of people to approve, anything else to leave: ",
    ko: "승인하려면 수신 인원을 입력하세요(그 밖의 입력은 취소): ")
  let answer = console.ask(question)?.filter { $0 != "," && $0 != " " }
  guard answer.flatMap({ Int($0) }) == people else {
    console.note(Message("nothing was approved", ko: "승인하지 않았습니다"))
    return false
  }
  return true
}

extension Invocation {
  /// The times that `--between` names.
  fileprivate func window() throws(Failure) -> Schedule? {
    guard let text = value(.between) else { return nil }
    let times = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Reservation(text: part.trimmingPrefix(while: { $0 == " " }).description)
    }
    guard times.count == 2, let first = times[0], let last = times[1],
      first.milliseconds <= last.milliseconds
    else {
      throw Failure(
        Message(
          "'--between' takes two times, \"2026-12-01 18:00,2026-12-01 20:00\", not \(quoted: text)",
          ko: "'--between' 값은 \"2026-12-01 18:00,2026-12-01 20:00\"처럼 두 시각입니다(\(quoted: text))"))
    }
    return .between(first, last)
  }
}
