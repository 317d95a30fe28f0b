import Approving
import Composing
import Diagnostics
import Recipients

extension Command {
  /// `tmpl diff`: whose mail differs between two versions of a template.
  static let diff = Command(
    name: "diff", operands: "OLD NEW [-r LIST]", operandLimit: 2,
    summary: Message(
      "whose mail differs between two versions of a template",
      ko: "템플릿의 두 버전 사이에서 누구의 메일이 달라지는지 보여 줍니다"),
    details: Message(
      "OLD and NEW are templates, or revisions of git: HEAD~1:templates/newsletter.|People whose mails differ in the same way are one group, with one of them as the example; the counts add up. Exits 1 if any mail differs.|Without a list the sample people of NEW are compared.",
      ko:
        "OLD와 NEW는 템플릿이거나 git 리비전입니다: HEAD~1:templates/newsletter.|같은 방식으로 달라지는 사람은 한 묶음이며 그중 한 명을 예로 보여 줍니다. 인원의 합은 전체와 같습니다. 달라지는 메일이 있으면 종료 코드 1입니다.|목록이 없으면 NEW의 예시 수신자로 비교합니다."
    ),
    options: Option.reading,
    examples: [
      "tmpl diff HEAD:templates/newsletter newsletter", "tmpl diff old new -r customers.csv",
    ],
    run: compare)
}

/// People whose mails differ in the same way.
private struct Group {
  let kind: MailDifference.Kind
  var count = 0
  let example: (row: Int, address: [UInt8], text: String)
}

private func compare(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  guard invocation.operands.count == 2 else {
    throw Failure(
      Message(
        "name two versions: tmpl diff OLD NEW", ko: "두 버전을 지정하세요: tmpl diff OLD NEW"))
  }
  let found = try Job.all(invocation, project)
  if let failure = found.failures.first { throw failure }
  let (old, new) = (found.jobs[0], found.jobs[1])
  let list = try new.requiredList()
  let text = ChangeText(language: console.language, isColored: invocation.isColored)
  var difference = MailDifference(old.draft, new.draft)
  var groups: [Group] = []
  var numbers: [MailDifference.Kind: Int] = [:]
  var total = 0
  // The versions may ask for other columns, so each reads the list for itself.
  var before = try list.reader(old.wanted)
  try list.forEachRow(new.wanted) { row throws(Failure) in
    guard let oldRow = try list.next(&before, number: row.number) else { return false }
    total += 1
    var (oldProblems, newProblems): ([ValueProblem], [ValueProblem]) = ([], [])
    let oldMail = old.draft.mail(for: oldRow, problems: &oldProblems)
    let newMail = new.draft.mail(for: row, problems: &newProblems)
    guard let kind = difference.kind(oldMail, oldProblems, newMail, newProblems) else {
      return true
    }
    if numbers[kind] == nil {
      let changes = difference.changes(oldMail, newMail)
      numbers[kind] = groups.count
      groups.append(
        Group(
          kind: kind,
          example: (
            row.number, newMail.address, text.text(title: changes.title, body: changes.body)
          )))
    }
    if let number = numbers[kind] { groups[number].count += 1 }
    return !console.isBroken
  }
  report(groups, of: total, invocation, &console)
  return groups.isEmpty ? .success : .findings
}

private func report(
  _ groups: [Group], of total: Int, _ invocation: Invocation, _ console: inout Console
) {
  for group in groups.sorted(by: { $0.count > $1.count }) {
    let address = String(decoding: group.example.address, as: UTF8.self)
    let what = group.kind.place
    let head = Message(
      "\(group.count, "mail") \(group.count == 1 ? "differs" : "differ") \(what.text(.english)), such as row \(group.example.row), \(address: address):",
      ko:
        "메일 \(group.count)건이 다릅니다(\(what.text(.korean))). 예: \(group.example.row)행, \(address: address):"
    )
    console.write(head.text(console.language, console.disclosure) + "\n")
    if group.kind.isBroken[0] != group.kind.isBroken[1] {
      console.write(
        (group.kind.isBroken[0]
          ? Message("  the old version has no mail for them", ko: "  이전 버전에는 메일이 없습니다")
          : Message("  the new version has no mail for them", ko: "  새 버전에는 메일이 없습니다"))
          .text(console.language) + "\n")
    }
    // The lines hold what a recipient gets.
    if console.disclosure == .open { console.write(group.example.text) }
  }
  let differing = groups.reduce(0) { $0 + $1.count }
  console.write(
    (differing == 0
      ? Message("✓ all \(total, "mail") alike", ko: "✓ 메일 \(total)건이 모두 같습니다")
      : Message(
        "✗ \(differing) of \(total, "mail") differ", ko: "✗ 메일 \(total)건 중 \(differing)건이 다릅니다"))
      .text(console.language) + "\n")
}

extension MailDifference.Kind {
  /// What differs, behind "mails differ".
  fileprivate var place: Message {
    let names = values.joined(separator: ", ")
    switch (isInText, values.isEmpty) {
    case (_, true): return Message("in the text", ko: "본문")
    case (true, false):
      return Message("in the text and in \(quoted: names)", ko: "본문과 \(quoted: names)")
    case (false, false): return Message("in \(quoted: names)", ko: "\(quoted: names)")
    }
  }
}
