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
      "Writes previews/index.html for all templates, and one page a person beside it.|A preview is never refused: what is missing is marked, findings stand in a banner, and the exit status is 1.|Without a list the sample people beside each template are shown.|Markup that could run or load anything is left out and listed; images from elsewhere load when a page is opened, unless --images none.",
      ko:
        "모든 템플릿의 previews/index.html과 사람마다 한 페이지를 만듭니다.|미리보기는 거절되지 않습니다. 빠진 값은 표시하고 문제는 위에 보여 주며 종료 코드는 1입니다.|목록이 없으면 템플릿에 딸린 예시 수신자를 보여 줍니다.|실행되거나 불러올 수 있는 내용은 빼고 목록에 적습니다. 외부 이미지는 --images none이 아니면 페이지를 열 때 불러옵니다."
    ),
    options: Option.reading + [.out, .limit, .all, .only, .row, .images, .profile],
    examples: [
      "tmpl preview", "tmpl preview newsletter -r customers.csv --limit 20",
      "tmpl preview . --row 2,7",
    ],
    run: writePreviews)
}

private func writePreviews(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let found = try Job.all(invocation, project)
  let out =
    invocation.value(.out).map { Paths.join(project.current, $0) }
    ?? Paths.join(project.root, "previews")
  let pick = try Pick(invocation)
  let images = invocation.value(.images).flatMap(HTMLSanitizer.Images.init) ?? .fixed
  let limit = invocation.has(.all) ? Int.max : try invocation.number(.limit, orElse: 50, from: 1)
  var names = FolderNames()
  var failures = found.failures
  var previews: [TemplatePreview] = []
  // Everything is read before anything is written, so that a mistake leaves nothing half done.
  for job in found.jobs {
    do throws(Failure) {
      let folder = names.folder(for: job.draft.name)
      let (preview, checked) = try preview(job, folder, pick, limit, images, console.language)
      console.noteOnce(checked.statement?.message)
      if pick.isEverybody || !preview.people.isEmpty { previews.append(preview) }
    } catch {
      failures.append(error)
    }
  }
  if previews.isEmpty, failures.isEmpty { _ = try pick.foundNobody() }
  if !previews.isEmpty { try write(previews, in: out, project, pick, &console) }
  try console.fail(failures)
  return previews.contains(where: \.isBlocked) ? .findings : .success
}

/// Writes all pages and says where to look.
private func write(
  _ previews: [TemplatePreview], in out: String, _ project: Project, _ pick: Pick,
  _ console: inout Console
) throws(Failure) {
  for preview in previews {
    let folder = Paths.join(out, preview.folder)
    try Files.makeFolder(folder, shownAs: project.shown(folder))
    var written: Set<String> = []
    for page in preview.pages {
      try project.write(page, in: out)
      written.insert(Paths.name(of: page.path))
    }
    // Pages of people who are not shown any more would mislead.
    Files.remove(marked: PreviewFile.mark, in: folder, except: written)
    if pick.isEverybody, preview.people.count < preview.total {
      console.note(
        Message(
          "\(preview.draft.name): the first \(preview.people.count) of \(preview.total) people; --all or --limit N shows more",
          ko:
            "\(preview.draft.name): \(preview.total)명 중 처음 \(preview.people.count)명입니다. 더 보려면 --all이나 --limit N을 쓰세요"
        ))
    }
  }
  let index = Gallery(previews, language: console.language, version: Tool.version).file
  try project.write(index, in: out)
  let people = previews.reduce(0) { $0 + $1.people.count }
  let shown = project.shown(Paths.join(out, index.path))
  console.write(
    Message(
      "\(people, "preview") of \(previews.count, "template"): open \(shown) in a browser",
      ko: "템플릿 \(previews.count)개의 미리보기 \(people)건을 만들었습니다. 브라우저에서 여세요: \(shown)"
    ).text(console.language) + "\n")
  let blocked = previews.filter(\.isBlocked).map(\.draft.name).joined(separator: ", ")
  guard !blocked.isEmpty else { return }
  console.note(
    Message(
      "\(blocked): cannot be sent as it is; 'tmpl lint' says why",
      ko: "\(blocked): 지금은 보낼 수 없습니다. 이유는 'tmpl lint'에서 볼 수 있습니다"))
}

extension Project {
  /// Writes a file of the previews.
  fileprivate func write(_ file: PreviewFile, in folder: String) throws(Failure) {
    let path = Paths.join(folder, file.path)
    try Files.write(file.bytes, to: path, shownAs: shown(path))
  }
}

/// Lints a template and composes the mails of the people to show.
private func preview(
  _ job: Job, _ folder: String, _ pick: Pick, _ limit: Int,
  _ images: HTMLSanitizer.Images, _ language: Language
) throws(Failure) -> (TemplatePreview, Job.Checked) {
  var people: [PersonPreview] = []
  var keys = PersonKeys()
  func show(_ row: Row) {
    guard people.count < limit, pick.accepts(row) else { return }
    var problems: [ValueProblem] = []
    let mail = job.draft.mail(for: row, problems: &problems)
    people.append(
      PersonPreview(
        key: keys.key(address: mail.address, row: mail.row), mail: mail, problems: problems))
  }
  let checked = try job.check(show)
  if people.isEmpty, job.list == nil {
    show(Row.nobody(parameters: job.draft.parameterNames.count))
  }
  let preview = TemplatePreview(
    job.draft, folder: folder, findings: checked.findings, people: people, total: checked.people,
    isSample: job.options.isSample, profile: job.options.profile ?? .com, images: images,
    language: language)
  return (preview, checked)
}
