import Composing
import Diagnostics
import Linting
import Mailing
import Recipients

/// One template with its list and options, as most commands need it.
struct Job {
  private(set) var source: TemplateSource
  let list: ListSource?
  private(set) var options: LintOptions
  private let operand: String
  private let chosenList: ListSource?
  private let exclusion: Exclusion
  /// Headers that `--column` chooses; a list must have them.
  private let headers: [String: String]
  /// Headers that `tmpl.json` knows; a list may have them.
  private let knownHeaders: [String: String]
  /// The header's record number, where `--header-row` tells it.
  private let headerRow: Int?
  private let extraNames: [String]
  private let crew: Crew
  private let invocation: Invocation

  /// The jobs of an invocation, and what kept others from becoming one.
  struct Found {
    /// Whether every template of the project was asked for.
    var isAll = false
    var jobs: [Job] = []
    var failures: [Failure] = []
  }

  /// Finds the templates and the list that an invocation names.
  ///
  /// One template that cannot be read does not hide what there is to say about the others.
  ///
  /// - Throws: a failure that concerns all of them.
  static func all(_ invocation: Invocation, _ project: Project) throws(Failure) -> Found {
    try named(invocation.operands, invocation, project)
  }

  /// Finds templates by name; none stands for all of the project.
  static func named(
    _ operands: [String], _ invocation: Invocation, _ project: Project
  ) throws(Failure) -> Found {
    let names = operands.isEmpty ? project.templateNames : operands
    guard !names.isEmpty else {
      throw Failure(
        Message(
          "there is no template here; make templates/NAME with mail.json and body.html, or name one",
          ko: "템플릿이 없습니다. templates/이름 폴더에 mail.json과 body.html을 만들거나 템플릿을 지정하세요"))
    }
    let list = try invocation.value(.list).map { operand throws(Failure) in
      try ListSource(operand, in: project)
    }
    let exclusion = try Exclusion(invocation, project)
    var found = Found(isAll: operands.isEmpty)
    for name in names {
      do throws(Failure) {
        found.jobs.append(try Job(name, list, exclusion, invocation, project))
      } catch {
        found.failures.append(error)
      }
    }
    try found.check(invocation.columns())
    return found
  }

  /// The one template that an invocation names.
  static func one(_ invocation: Invocation, _ project: Project) throws(Failure) -> Job {
    guard invocation.operands.count == 1 else {
      let names = project.templateNames.prefix(12).joined(separator: ", ")
      throw Failure(
        Message(
          "name one template: \(invocation.command.call) TEMPLATE (\(names))",
          ko: "템플릿 하나를 지정하세요: \(invocation.command.call) TEMPLATE (\(names))"))
    }
    let found = try all(invocation, project)
    if let failure = found.failures.first { throw failure }
    return found.jobs[0]
  }

  private init(
    _ name: String, _ list: ListSource?, _ exclusion: Exclusion, _ invocation: Invocation,
    _ project: Project
  ) throws(Failure) {
    operand = name
    chosenList = list
    self.exclusion = exclusion
    if let revision = try TemplateSource(revision: name, in: project) {
      source = revision
    } else {
      source = try TemplateSource(name, in: project)
    }
    crew = Crew(size: invocation.environment.cores)
    self.invocation = invocation
    var people = list ?? source.people
    people?.encoding = try invocation.encoding()
    people?.exclusion = exclusion
    self.list = people
    headerRow =
      invocation.has(.headerRow) ? try invocation.number(.headerRow, orElse: 1, from: 1) : nil
    headers = try invocation.columns()
    knownHeaders = project.settings.headers
    extraNames = try Pick(invocation).names
    let chosen =
      invocation.value(.profile).flatMap(Profile.named)
      ?? Profile.shown(by: source.draft.envelope) ?? project.settings.profile
    options = LintOptions(
      profile: chosen, list: self.list?.shown, isSample: self.list?.isSample ?? false,
      ignoredColumns: project.settings.ignoredColumns,
      constraints: project.settings.constraints,
      clients: try invocation.clients(project.settings),
      levels: project.levels(
        of: source.files.map(\.path), list: self.list.map { ($0.path, $0.shown) }),
      bodyBudget: project.settings.budgets.maxBodyBytes,
      trackingDomains: project.settings.trackingDomains)
  }

  /// The same template with its sample people; nil where there are none.
  var withSamples: Job? {
    source.people.map { Job(self, list: $0) }
  }

  private init(_ job: Job, list: ListSource) {
    operand = job.operand
    chosenList = list
    exclusion = job.exclusion
    source = job.source
    self.list = list
    var options = job.options
    options.list = list.shown
    options.isSample = list.isSample
    self.options = options
    headers = [:]
    knownHeaders = job.knownHeaders
    headerRow = nil
    extraNames = []
    crew = job.crew
    invocation = job.invocation
  }

  /// The same through a service.
  func sending(through profile: Profile) -> Job {
    var job = self
    job.options.profile = profile
    return job
  }

  /// The same with another time to leave at.
  func leaving(at time: Reservation, in project: Project) -> Job {
    var job = self
    job.source = source.leaving(at: time, in: project)
    return job
  }

  /// The same template and list, read anew.
  func reopened(_ invocation: Invocation, _ project: Project) throws(Failure) -> Job {
    try Job(operand, chosenList, exclusion, invocation, project)
  }

  /// The template, clean or not.
  var draft: Draft { source.draft }

  /// Names that the list is asked for: the template's parameters, then others that a choice needs.
  var names: [String] {
    draft.parameterNames + extraNames.filter { !draft.parameterNames.contains($0) }
  }

  /// What to ask the list for.
  var wanted: WantedFields {
    WantedFields(
      parameters: names, headers: headers, knownHeaders: knownHeaders, headerRow: headerRow)
  }

  // MARK: Passes over the list

  /// What one pass of the linter brings.
  struct Checked {
    var findings: [Finding]
    var people: Int
    /// What the list was taken for; nil without a list.
    var statement: ListStatement?
    /// Who is perhaps in the list twice.
    var repeatedAddresses: RepeatedAddresses
    /// How many people `--exclude` left out.
    var leftOut = 0
    /// The list's headers or keys.
    var columns: [String] = []
    /// What says which single rows would be refused.
    var judge: RowJudge
    /// The largest filled body, and whose it is.
    var largestBody: PeopleFacts.Extreme

    var hasErrors: Bool { findings.contains { $0.severity == .error } }
  }

  /// Lints the template and every row; `visit` sees each row on the way, in the list's order.
  func check(_ visit: ((Row) -> Void)? = nil) throws(Failure) -> Checked {
    try check { _ in
    } take: { _, block in
      guard let visit, let list else { return }
      for index in 0..<block.count where !list.exclusion.contains(block[index]) {
        visit(block[index])
      }
    }
  }

  /// Lints the template and every row.
  ///
  /// - Parameters:
  ///   - work: what else to do with some rows, on any thread.
  ///   - take: takes what came of that, in the list's order.
  /// - Returns: what was found.
  /// - Throws: a failure of the list.
  func check<Found: Sendable>(
    _ work: @escaping @Sendable (RowBlock) -> Found, take: (Found, RowBlock) -> Void
  ) throws(Failure) -> Checked {
    var linter = Linter(draft, options: options)
    guard let list else {
      return Checked(
        findings: linter.finish(columns: [], unusedColumns: []), people: 0,
        repeatedAddresses: linter.repeatedAddresses, judge: linter.judge,
        largestBody: linter.largestBody)
    }
    let progress = Progress(invocation)
    let reader = try list.forEachBlock(wanted, on: crew) { [exclusion = list.exclusion] in
      let rows = linter.rows
      return { block in (rows.check(block) { exclusion.contains($0) }, work(block)) }
    } take: { result, block throws(Failure) in
      linter.add(result.0)
      progress.note("\(list.shown) · \(linter.count.grouped)")
      take(result.1, block)
    }
    guard linter.count > 0 else { throw list.nobody(leftOut: linter.leftOut) }
    let findings = linter.finish(columns: reader.columns, unusedColumns: reader.unusedColumns)
    return Checked(
      findings: findings, people: linter.count,
      statement: ListStatement(list, people: linter.count, leftOut: linter.leftOut, reader),
      repeatedAddresses: linter.repeatedAddresses, leftOut: linter.leftOut,
      columns: reader.columns, judge: linter.judge, largestBody: linter.largestBody)
  }

  /// Every name that a value of a list that was read can be asked for by.
  func knownNames(_ checked: Checked) -> [String] {
    let mapped = headers.merging(knownHeaders) { chosen, _ in chosen }
      .filter { checked.columns.contains($0.value) }.keys.sorted()
    return draft.parameterNames + checked.columns + mapped
  }
}

extension Job.Found {
  /// Makes sure that every name that `--column` maps is known to a template.
  fileprivate func check(_ columns: [String: String]) throws(Failure) {
    guard failures.isEmpty else { return }
    let known = WantedFields.fields + jobs.flatMap(\.draft.parameterNames)
    for name in columns.keys.sorted() where !known.contains(name) {
      let near = Suggestion.nearest(to: name, among: known)
      throw Failure(
        near.map {
          Message(
            "'--column': no placeholder is called \(quoted: name); did you mean \(quoted: $0)?",
            ko: "'--column': \(quoted: name)이라는 치환 변수가 없습니다. \(quoted: $0)을(를) 쓰려던 것인가요?")
        }
          ?? Message(
            "'--column': no placeholder is called \(quoted: name)",
            ko: "'--column': \(quoted: name)이라는 치환 변수가 없습니다"))
    }
  }
}

extension Invocation {
  /// The encoding that `--encoding` names.
  fileprivate func encoding() throws(Failure) -> TextEncoding? {
    guard let name = value(.encoding) else { return nil }
    if let encoding = TextEncoding(named: name) { return encoding }
    let known = TextEncoding.allCases.map { $0.name.lowercased() }.joined(separator: ", ")
    throw Failure(
      Message(
        "'--encoding' takes one of \(known), not \(quoted: name)",
        ko: "'--encoding' 값은 \(known) 중 하나입니다(\(quoted: name))"))
  }

  /// The headers that `--column` gives for fields and parameters.
  func columns() throws(Failure) -> [String: String] {
    var headers: [String: String] = [:]
    for pair in values(.column) {
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

  /// How to write findings: masked for machines and under CI unless asked otherwise.
  func reportOptions(_ language: Language, _ format: ReportFormat = .text) -> ReportOptions {
    let isMasked =
      (format.isMachineReadable || environment.isCI) && !has(.showValues)
    return ReportOptions(
      language: language, disclosure: isMasked ? .masked : .open, isColored: isColored,
      showsAll: has(.all), isStrict: has(.strict))
  }
}
