import Approving
import Composing
import Diagnostics
import Linting
import Mailing
import Markup
import Previews
import Recipients

extension Command {
  /// `tmpl preview`: pages to look at.
  static let preview = Command(
    name: "preview", operands: "[TEMPLATE…] [-r LIST]", operandLimit: 1000,
    summary: Message(
      "write previews as local HTML files to look at", ko: "열어 볼 수 있는 HTML 미리보기를 만듭니다"),
    details: Message(
      "Writes previews/index.html for all templates, and one page a person beside it.|What an earlier run wrote and this one does not is removed: for the templates that are named, or for all where none is. Files of others, and messages changed by hand, stay.|A preview is never refused: what is missing is marked, findings stand in a banner, and the exit status is 1.|Without a list the sample people beside each template are shown.|Markup that could run or load anything is left out and listed; images from elsewhere load when a page is opened, unless --images none.|--share writes one page with six people to mail to someone without tools; values are masked in it unless --show-values.",
      ko:
        "모든 템플릿의 previews/index.html과 사람마다 한 페이지를 만듭니다.|전에 만든 것 중 이번에 만들지 않은 것은 지웁니다. 템플릿을 지정하면 그 템플릿의 것만, 지정하지 않으면 모두 지웁니다. 다른 파일과 직접 고친 메일 파일은 남깁니다.|미리보기는 거절되지 않습니다. 빠진 값은 표시하고 문제는 위에 보여 주며 종료 코드는 1입니다.|목록이 없으면 템플릿에 딸린 예시 수신자를 보여 줍니다.|실행되거나 불러올 수 있는 내용은 빼고 목록에 적습니다. 외부 이미지는 --images none이 아니면 페이지를 열 때 불러옵니다.|--share는 도구가 없는 사람에게 보낼 수 있도록 여섯 사람을 담은 한 페이지를 만듭니다. --show-values가 아니면 값을 가립니다."
    ),
    options: Option.reading + [
      .out, .limit, .all, .worst, .extremes, .only, .row, .condition, .images, .share,
      .showValues, .eml, .open, .watch, .profile,
    ],
    examples: [
      "tmpl preview", "tmpl preview newsletter -r customers.csv --limit 20",
      "tmpl preview newsletter -r customers.csv --worst 12 --extremes",
      "tmpl preview newsletter --share newsletter.html", "tmpl preview . --row 2,7 --eml",
    ],
    run: writePreviews)
}

private func writePreviews(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  for option in [Option.out, .eml] { try invocation.refuse(.share, beside: option) }
  try invocation.refuse(.showValues, without: .share)
  guard invocation.has(.watch) else {
    return try writeOnce(invocation, project, &console, opens: invocation.has(.open))
  }
  guard invocation.value(.list) != "-" else {
    throw Failure(
      Message(
        "'--watch' reads the list again and again, which standard input cannot be; name a file with -r",
        ko: "'--watch'는 목록을 여러 번 읽으므로 표준 입력을 쓸 수 없습니다. -r로 파일을 지정하세요"))
  }
  return try watch(invocation, project, &console)
}

/// Reads everything, then writes everything, so that a mistake leaves nothing half done.
func writeOnce(
  _ invocation: Invocation, _ project: Project, _ console: inout Console, opens: Bool
) throws(Failure) -> ExitStatus {
  let found = try Job.all(invocation, project)
  let choice = try PreviewChoice(invocation)
  let images = invocation.value(.images).flatMap(HTMLSanitizer.Images.init) ?? .fixed
  var names = FolderNames()
  var failures = found.failures
  var previews: [TemplatePreview] = []
  var known: Set<String> = []
  var changes: [SnapshotPage.Change] = []
  var missingRows = choice.pick.rows
  for job in found.jobs {
    do throws(Failure) {
      let folder = names.folder(for: job.draft.name)
      let (preview, checked, missing) = try preview(
        job, folder, choice, images, console.language)
      console.noteOnce(checked.statement?.message)
      known.formUnion(job.knownNames(checked))
      missingRows.removeAll { !missing.contains($0) }
      if choice.pick.isEverybody || !preview.people.isEmpty { previews.append(preview) }
      if !invocation.has(.share) {
        // Snapshots that cannot be read are no reason to show no mails; 'tmpl snapshot' says why.
        changes += (try? SnapshotJob(quietly: job, in: project))?.pageChanges() ?? []
      }
    } catch {
      failures.append(error)
    }
  }
  if failures.isEmpty {
    // A name or a row that one of several lists has is no mistake.
    try choice.pick.checkNames(among: known.sorted())
    if let message = try choice.pick.message(missing: missingRows) { console.note(message) }
    if previews.isEmpty { _ = try choice.pick.foundNobody() }
  }
  if !previews.isEmpty {
    let result =
      invocation.has(.share)
      ? try share(previews, invocation, project, &console)
      : try write(
        previews, changes, invocation, project, choice,
        isAll: found.isAll && failures.isEmpty, &console)
    if opens { Browser.open(result) }
  }
  try console.fail(failures)
  return previews.contains(where: \.isBlocked) ? .findings : .success
}

/// Writes all pages and says where to look.
private func write(
  _ previews: [TemplatePreview], _ changes: [SnapshotPage.Change], _ invocation: Invocation,
  _ project: Project, _ choice: PreviewChoice, isAll: Bool, _ console: inout Console
) throws(Failure) -> String {
  let out =
    invocation.value(.out).map { Paths.join(project.current, $0) }
    ?? Paths.join(project.root, "previews")
  let folder = PreviewFolder(project: project, path: out)
  for preview in previews {
    let pages = try folder.write(preview)
    let now = invocation.has(.eml) ? invocation.environment.stamp : nil
    let missing = try folder.writeMessages(preview, pages, now: now)
    console.note(preview, choice, withoutMessage: missing)
  }
  try folder.write(SnapshotPage(changes, language: console.language, version: Tool.version))
  let files = Gallery(
    previews, hasSnapshotChanges: !changes.isEmpty, language: console.language,
    version: Tool.version,
    isWatched: invocation.has(.watch)
  ).files
  for file in files { try folder.write(file) }
  if !invocation.has(.watch) { Files.remove(Paths.join(out, Gallery.stampName)) }
  if isAll { console.note(cleared: try folder.clear(except: Set(previews.map(\.folder)))) }
  let people = previews.reduce(0) { $0 + $1.people.count }
  let path = Paths.join(out, "index.html")
  let shown = project.shown(path)
  console.write(
    Message(
      "\(people, "preview") of \(previews.count, "template"): open \(shown) in a browser",
      ko: "템플릿 \(previews.count)개의 미리보기 \(people)건을 만들었습니다. 브라우저에서 여세요: \(shown)"
    ).text(console.language) + "\n")
  console.noteBlocked(previews)
  return path
}

/// Writes the one file that is handed around.
private func share(
  _ previews: [TemplatePreview], _ invocation: Invocation, _ project: Project,
  _ console: inout Console
) throws(Failure) -> String {
  let path = Paths.join(project.current, invocation.value(.share) ?? "")
  let page = SharePage(
    previews, isMasked: !invocation.has(.showValues), now: invocation.environment.stamp,
    language: console.language, version: Tool.version)
  let bytes = page.html
  guard bytes.count <= SharePage.sizeLimit else {
    let size = bytes.count >> 20
    let limit = SharePage.sizeLimit / 1_000_000
    throw Failure(
      Message(
        "the file would have \(size) MiB, more than the \(limit) MB that mail programs take: every mail stands in it four times; show fewer people with --limit, or one template",
        ko:
          "파일이 \(size)MiB로, 메일에 첨부할 수 있는 \(limit)MB를 넘습니다. 메일마다 네 번씩 들어가므로 --limit으로 사람을 줄이거나 템플릿 하나만 지정하세요"
      ))
  }
  try Files.write(bytes, to: path, shownAs: project.shown(path))
  let people = previews.reduce(0) { $0 + $1.people.count }
  let shown = project.shown(path)
  console.write(
    Message(
      "\(people, "preview") of \(previews.count, "template") in \(shown), a draft to look at",
      ko: "템플릿 \(previews.count)개의 미리보기 \(people)건을 \(shown)에 담았습니다. 승인되지 않은 초안입니다"
    ).text(console.language) + "\n")
  console.noteBlocked(previews)
  return path
}

extension Console {
  /// Says who is not shown and who has no message file.
  fileprivate mutating func note(
    _ preview: TemplatePreview, _ choice: PreviewChoice, withoutMessage missing: Int
  ) {
    let name = preview.draft.name
    let listed = preview.people.count { !$0.isSynthetic }
    if choice.pick.isEverybody, choice.worst == 0, listed < preview.total {
      note(
        Message(
          "\(name): the first \(listed) of \(preview.total) people; --all or --limit N shows more",
          ko:
            "\(name): \(preview.total)명 중 처음 \(listed)명입니다. 더 보려면 --all이나 --limit N을 쓰세요"
        ))
    }
    if choice.limit == nil, choice.worst > listed {
      note(
        Message(
          "\(name): --worst \(choice.worst) shows everybody there is: \(listed, "person", "people")",
          ko: "\(name): 해당하는 사람이 모두 \(listed)명이어서 --worst \(choice.worst)보다 적습니다"))
    }
    guard missing > 0 else { return }
    note(
      Message(
        "\(name): no message file for \(missing, "person", "people") with a value that is missing or refused",
        ko: "\(name): 빠졌거나 쓸 수 없는 값이 있는 \(missing)명의 메일 파일은 만들지 않았습니다"))
  }

  /// Says that pages of earlier runs are gone.
  fileprivate mutating func note(cleared folders: [String]) {
    guard !folders.isEmpty else { return }
    let names = folders.joined(separator: ", ")
    note(
      Message(
        "\(names): what an earlier run wrote is gone, since no template here has it",
        ko: "\(names): 해당하는 템플릿이 없어 전에 만든 파일을 지웠습니다"))
  }

  /// Says which templates cannot be sent.
  fileprivate mutating func noteBlocked(_ previews: [TemplatePreview]) {
    let blocked = previews.filter(\.isBlocked).map(\.draft.name).joined(separator: ", ")
    guard !blocked.isEmpty else { return }
    note(
      Message(
        "\(blocked): cannot be sent as it is; 'tmpl lint' says why",
        ko: "\(blocked): 지금은 보낼 수 없습니다. 이유는 'tmpl lint'에서 볼 수 있습니다"))
  }
}

/// Lints a template and composes the mails of the people to show.
private func preview(
  _ job: Job, _ folder: String, _ choice: PreviewChoice, _ images: HTMLSanitizer.Images,
  _ language: Language
) throws(Failure) -> (TemplatePreview, Job.Checked, missing: [ClosedRange<Int>]) {
  var people = PreviewPeople(job, choice)
  let checked = try job.check { people.visit($0) }
  if job.list == nil { people.addNobody() }
  let preview = TemplatePreview(
    job.draft, folder: folder, findings: checked.findings, people: people.finish(),
    total: checked.people, isSample: job.options.isSample, profile: job.options.profile ?? .com,
    images: images, language: language)
  return (preview, checked, people.missingRows)
}
