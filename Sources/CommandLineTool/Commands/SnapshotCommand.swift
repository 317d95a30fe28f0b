import Approving
import Diagnostics
import Previews

extension Command {
  /// `tmpl snapshot`: approved mails of the sample people, kept with the templates.
  static let snapshot = Command(
    name: "snapshot", operands: "check|update|accept|reject|review [TEMPLATE[/KEY]…]",
    operandLimit: 1000,
    summary: Message(
      "compare the sample people's mails with those approved before",
      ko: "예시 수신자의 메일을 전에 승인한 것과 비교합니다"),
    details: Message(
      "Snapshots are the exact bytes of mails, in snapshots/ beside the templates: commit them.| check: says what is new, changed or left over; exits 1 if anything is; --html FILE shows it side by side| update: writes pending files beside the approved ones| accept: approves pending files, as they were looked at| reject: takes pending files away| review: shows each change and asks; without a terminal prints the commands|TEMPLATE is all of it, TEMPLATE/KEY one person; without either, every template; accept and reject then want --all.|With CI set nothing is written but that page.",
      ko:
        "스냅샷은 메일의 정확한 바이트이며 템플릿 옆 snapshots/에 있습니다. 함께 커밋하세요.| check: 새로 생겼거나 바뀌었거나 남은 것을 알리고, 있으면 종료 코드 1. --html FILE은 나란히 보여 주는 페이지| update: 승인된 파일 옆에 대기 파일을 씁니다| accept: 확인한 대기 파일을 승인합니다| reject: 대기 파일을 지웁니다| review: 바뀐 것을 하나씩 보여 주고 묻습니다. 터미널이 아니면 명령을 출력합니다|TEMPLATE은 전체, TEMPLATE/KEY는 한 사람이며, 없으면 모든 템플릿입니다(accept와 reject는 --all 필요).|CI가 설정되어 있으면 그 페이지 말고는 아무것도 쓰지 않습니다."
    ),
    options: [.everySnapshot, .html, .profile],
    examples: [
      "tmpl snapshot check --html changes.html", "tmpl snapshot update newsletter",
      "tmpl snapshot review",
      "tmpl snapshot accept newsletter/kim@example.com",
    ],
    run: keepSnapshots)
}

/// What is done about snapshots.
private enum Action: String, CaseIterable {
  case check
  case update
  case accept
  case reject
  case review

  init(_ invocation: Invocation) throws(Failure) {
    let names = Self.allCases.map(\.rawValue)
    guard let word = invocation.operands.first else {
      let choices = names.joined(separator: "|")
      throw Failure(
        Message(
          "what is to be done? tmpl snapshot \(choices)", ko: "무엇을 할까요? tmpl snapshot \(choices)"))
    }
    guard let action = Self(rawValue: word) else {
      let choices = names.joined(separator: ", ")
      throw Failure(
        Suggestion.nearest(to: word, among: names).map {
          Message(
            "unknown action \(quoted: word); did you mean 'tmpl snapshot \($0)'?",
            ko: "알 수 없는 동작 \(quoted: word). 'tmpl snapshot \($0)' 명령을 쓰려던 것인가요?")
        }
          ?? Message(
            "unknown action \(quoted: word); there are \(choices)",
            ko: "알 수 없는 동작 \(quoted: word). \(choices) 중 하나를 쓰세요"))
    }
    self = action
  }

  var writes: Bool { self != .check }
  var needsChoice: Bool { self == .accept || self == .reject }
}

private func keepSnapshots(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let action = try Action(invocation)
  if action.writes, invocation.environment.isCI {
    throw Failure(
      Message(
        "snapshots are not changed while CI is set; run 'tmpl snapshot \(action.rawValue)' on your machine and commit the result",
        ko: "CI에서는 스냅샷을 바꾸지 않습니다. 자신의 컴퓨터에서 'tmpl snapshot \(action.rawValue)' 명령을 실행해 커밋하세요"))
  }
  if action != .check, invocation.has(.html) {
    throw Failure(
      Message(
        "'--html' goes with 'tmpl snapshot check'", ko: "'--html'은 'tmpl snapshot check'와 함께 씁니다"))
  }
  let choice = SnapshotChoice(invocation.operands.dropFirst()) { operand in
    Files.kind(Paths.join(project.current, operand)) != nil
  }
  if action.needsChoice, choice.isEverything, !invocation.has(.everySnapshot) {
    throw Failure(
      Message(
        "name templates or TEMPLATE/KEY, or give --all", ko: "템플릿이나 TEMPLATE/KEY를 지정하거나 --all을 쓰세요")
    )
  }
  let found = try Job.named(choice.templates, invocation, project)
  var jobs: [SnapshotJob] = []
  var status = ExitStatus.success
  for job in found.jobs {
    if let job = try SnapshotJob(job, in: project, invocation, &console) {
      jobs.append(job)
    } else {
      status = .findings
    }
  }
  try choice.check(jobs)
  let text = SnapshotText(language: console.language, isColored: invocation.isColored)
  switch action {
  case .check:
    if try check(jobs, choice, text, project, &console) { status = .findings }
    try writePage(jobs, choice, invocation, project, &console)
  case .update: try update(jobs, &console)
  case .accept: try accept(jobs, choice, &console)
  case .reject: try reject(jobs, choice, &console)
  case .review:
    if try SnapshotReview(text: text, environment: invocation.environment).run(jobs, &console) {
      status = .findings
    }
  }
  try console.fail(found.failures)
  return status
}

// MARK: Actions

/// Says what is not as approved.
///
/// - Returns: whether anything is not.
private func check(
  _ jobs: [SnapshotJob], _ choice: SnapshotChoice, _ text: SnapshotText, _ project: Project,
  _ console: inout Console
) throws(Failure) -> Bool {
  var open = 0
  var total = 0
  for job in jobs {
    total += job.comparison.items.count { choice.accepts($0.key, of: job.template) }
    for change in job.changes {
      let keys = change.keys.filter { choice.accepts($0, of: job.template) }
      guard !keys.isEmpty else { continue }
      open += keys.count
      console.write(text.text(change, of: job.template))
    }
  }
  guard open > 0 else {
    guard !jobs.isEmpty else { return false }
    console.write(
      Message("✓ \(total, "snapshot") as approved", ko: "✓ 스냅샷 \(total)개가 승인된 그대로입니다")
        .text(console.language) + "\n")
    return false
  }
  console.write(
    Message(
      "✗ \(open) of \(total, "snapshot") to look at: 'tmpl snapshot update', then 'tmpl snapshot review'",
      ko: "✗ 스냅샷 \(total)개 중 \(open)개를 확인해야 합니다: 'tmpl snapshot update' 다음에 'tmpl snapshot review'"
    ).text(console.language) + "\n")
  return true
}

/// Writes the page that shows what is not as approved, if it was asked for.
private func writePage(
  _ jobs: [SnapshotJob], _ choice: SnapshotChoice, _ invocation: Invocation, _ project: Project,
  _ console: inout Console
) throws(Failure) {
  guard let name = invocation.value(.html) else { return }
  let path = Paths.join(project.current, name)
  let changes = jobs.flatMap { job in
    job.pageChanges { choice.accepts($0, of: job.template) }
  }
  let page = SnapshotPage(changes, language: console.language, version: Tool.version)
  try Files.write(page.html, to: path, shownAs: project.shown(path))
}

private func update(_ jobs: [SnapshotJob], _ console: inout Console) throws(Failure) {
  var pending = 0
  for job in jobs {
    try job.store.writePending(job.comparison)
    pending += job.comparison.open.count
  }
  console.write(
    (pending == 0
      ? Message("nothing is pending", ko: "대기 중인 스냅샷이 없습니다")
      : Message(
        "\(pending, "snapshot") pending: 'tmpl snapshot review' shows and accepts them",
        ko: "대기 중인 스냅샷 \(pending)개: 'tmpl snapshot review'에서 확인하고 승인하세요"))
      .text(console.language) + "\n")
}

private func accept(
  _ jobs: [SnapshotJob], _ choice: SnapshotChoice, _ console: inout Console
) throws(Failure) {
  var accepted = 0
  for job in jobs {
    let items = job.comparison.open.filter { choice.accepts($0.key, of: job.template) }
    for item in items { try job.checkPending(item) }
    try job.store.accept(items)
    accepted += items.count
  }
  console.write(
    Message("\(accepted, "snapshot") accepted", ko: "스냅샷 \(accepted)개를 승인했습니다")
      .text(console.language) + "\n")
}

private func reject(
  _ jobs: [SnapshotJob], _ choice: SnapshotChoice, _ console: inout Console
) throws(Failure) {
  var rejected = 0
  for job in jobs {
    let keys = job.store.pendingKeys.filter { choice.accepts($0, of: job.template) }
    try job.store.dropPending(keys)
    rejected += keys.count
  }
  console.write(
    Message("\(rejected, "pending file") taken away", ko: "대기 파일 \(rejected)개를 지웠습니다")
      .text(console.language) + "\n")
}

extension SnapshotJob {
  /// Makes sure that what is accepted is what was looked at.
  func checkPending(_ item: SnapshotComparison.Item) throws(Failure) {
    guard let current = item.current, try !store.isPending(current) else { return }
    let name = "\(template)/\(item.key)"
    throw Failure(
      Message(
        "\(quoted: name) has changed since 'tmpl snapshot update', or was never pending; update and look again",
        ko: "\(quoted: name)이(가) 'tmpl snapshot update' 뒤에 바뀌었거나 대기 중이 아닙니다. 다시 업데이트하고 확인하세요"),
      .findings)
  }
}
