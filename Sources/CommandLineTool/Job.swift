import Composing
import Diagnostics
import Linting
import Mailing
import Recipients

/// One template with its list and options, as most commands need it.
struct Job {
  let source: TemplateSource
  let list: ListSource?
  let options: LintOptions
  private let headers: [String: String]

  /// Finds the templates and the list that an invocation names.
  static func all(
    _ invocation: Invocation, _ project: Project
  ) throws(Failure) -> [Job] {
    let names = invocation.operands.isEmpty ? project.templateNames : invocation.operands
    guard !names.isEmpty else {
      throw Failure(
        Message(
          "there is no template here; make templates/NAME with mail.json and body.html, or name one",
          ko: "템플릿이 없습니다. templates/이름 폴더에 mail.json과 body.html을 만들거나 템플릿을 지정하세요"))
    }
    let list = try invocation.value(.list).map { operand throws(Failure) in
      try ListSource(operand, in: project)
    }
    var jobs: [Job] = []
    for name in names { jobs.append(try Job(name, list, invocation, project)) }
    return jobs
  }

  /// The one template that an invocation names.
  static func one(_ invocation: Invocation, _ project: Project) throws(Failure) -> Job {
    guard invocation.operands.count == 1 else {
      let names = project.templateNames.prefix(12).joined(separator: ", ")
      throw Failure(
        Message(
          "name one template: tmpl \(invocation.command.name) TEMPLATE (\(names))",
          ko: "템플릿 하나를 지정하세요: tmpl \(invocation.command.name) TEMPLATE (\(names))"))
    }
    return try all(invocation, project)[0]
  }

  private init(
    _ name: String, _ list: ListSource?, _ invocation: Invocation, _ project: Project
  ) throws(Failure) {
    source = try TemplateSource(name, in: project)
    self.list = list ?? source.people
    headers = try Self.headers(invocation, project.settings)
    let chosen =
      invocation.value(.profile).flatMap(Profile.named)
      ?? Profile.shown(by: source.draft.envelope) ?? project.settings.profile
    options = LintOptions(
      profile: chosen, list: self.list?.shown, isSample: self.list?.isSample ?? false,
      ignoredColumns: project.settings.ignoredColumns)
  }

  private static func headers(
    _ invocation: Invocation, _ settings: Settings
  ) throws(Failure) -> [String: String] {
    var headers = settings.headers
    for pair in invocation.values(.column) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw Failure(
          Message(
            "'--column' takes NAME=HEADER, not \(quoted: pair)",
            ko: "'--column' 값은 NAME=HEADER 형식입니다(\(quoted: pair))"))
      }
      headers[String(parts[0])] = String(parts[1])
    }
    return headers
  }

  /// The template, clean or not.
  var draft: Draft { source.draft }

  /// What to ask the list for.
  var wanted: WantedFields { WantedFields(parameters: draft.parameterNames, headers: headers) }

  // MARK: Passes over the list

  /// What one pass of the linter brings.
  struct Checked {
    var findings: [Finding]
    var people: Int
    var columns: Int
    var format: ListFormat?

    var hasErrors: Bool { findings.contains { $0.severity == .error } }
  }

  /// Lints the template and every row; `visit` sees each row on the way.
  func check(_ visit: (Row) -> Void = { _ in }) throws(Failure) -> Checked {
    var linter = Linter(draft, options: options)
    guard let list else {
      return Checked(
        findings: linter.finish(columns: [], unusedColumns: []), people: 0, columns: 0,
        format: nil)
    }
    var count = 0
    let reader = try list.forEachRow(wanted) { row throws(Failure) in
      count += 1
      linter.visit(row)
      visit(row)
      return true
    }
    guard count > 0 else { throw Failure(ListError.empty.message(list: list.shown)) }
    let findings = linter.finish(columns: reader.columns, unusedColumns: reader.unusedColumns)
    return Checked(
      findings: findings, people: count, columns: reader.columns.count, format: reader.format)
  }

  /// What the list was taken for: `recipients.csv · 12 people · 5 columns · CSV · UTF-8`.
  func statement(_ checked: Checked) -> Message? {
    guard let list, let format = checked.format else { return nil }
    let sample =
      list.isSample ? (english: " (sample people)", korean: " (예시 수신자)") : (english: "", korean: "")
    return Message(
      "\(list.shown) · \(checked.people, "person", "people")\(sample.english) · \(checked.columns, "column") · \(format.name) · UTF-8",
      ko:
        "\(list.shown) · \(checked.people)명\(sample.korean) · 열 \(checked.columns)개 · \(format.name) · UTF-8"
    )
  }

  /// The campaign and its clean list, for commands that refuse everything else.
  ///
  /// Nothing is written before the whole list was found clean.
  func campaign(_ console: inout Console, _ invocation: Invocation) throws(Failure) -> Campaign? {
    let checked = try check()
    if let statement = statement(checked) { console.note(statement) }
    guard !checked.hasErrors, let campaign = Campaign(draft, options: options) else {
      let options = invocation.reportOptions(console.language)
      let report = Report(
        findings: checked.findings.filter { $0.severity == .error },
        summary: Report.Summary(
          templates: 1, recipients: checked.people, samples: self.options.isSample))
      console.explain(ReportFormat.text.write(report, options))
      return nil
    }
    return campaign
  }
}

extension Invocation {
  /// How to write findings: masked for machines and under CI unless asked otherwise.
  func reportOptions(_ language: Language, _ format: ReportFormat = .text) -> ReportOptions {
    let isMasked =
      (format.isMachineReadable || environment.isCI) && !has(.showValues)
    return ReportOptions(
      language: language, disclosure: isMasked ? .masked : .open, isColored: isColored,
      showsAll: has(.all))
  }
}
