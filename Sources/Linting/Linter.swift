public import Composing
public import Diagnostics
import Mailing
public import Recipients

/// Checks one template: first the template alone, then row by row, then what the list shows whole.
public struct Linter {
  private let draft: Draft
  private let options: LintOptions
  private let rowRules: [RowRule]
  private var sightings: [SightingKey: Sighted] = [:]
  private var facts: PeopleFacts
  private var addresses = AddressInspector()
  private var addressBook = AddressBook()
  private let sizes: FilledSizes
  private let inspector: ValueInspector
  private var survey: ColumnSurvey?
  private var values = ValueSizes()

  /// Prepares the checks of a template.
  public init(_ draft: Draft, options: LintOptions) {
    self.draft = draft
    self.options = options
    rowRules = RowRule.all
    sizes = FilledSizes(draft)
    inspector = ValueInspector(draft, options.constraints)
    facts = PeopleFacts(
      list: options.list ?? "", isSample: options.isSample,
      parameters: draft.plan.parameters.count)
    survey = ColumnSurvey(draft.parameterNames)
  }

  /// How many errors the template has, whatever the list.
  public static func errorCount(of draft: Draft, options: LintOptions) -> Int {
    var linter = Linter(
      draft, options: LintOptions(profile: options.profile, levels: options.levels))
    return linter.finish(columns: [], unusedColumns: []).reduce(0) {
      $0 + ($1.severity == .error ? 1 + $1.further : 0)
    }
  }

  /// The findings that need no list.
  public static func findings(of draft: Draft, options: LintOptions) -> [Finding] {
    let context = DraftContext(
      draft: draft, profiles: options.profiles, clients: options.clients)
    var collector = FindingCollector()
    for rule in Rule.all {
      for case .draft(let check) in rule.checks {
        check(context) { collector.add($0, of: rule) }
      }
    }
    return collector.findings
  }

  /// Runs one rule by itself and forgets what it finds: what is left is what it costs.
  ///
  /// Rules about addresses and values share one look at each and have no cost of their own.
  public static func run(_ rule: Rule, on draft: Draft, rows: [Row], options: LintOptions) {
    for check in rule.checks {
      switch check {
      case .draft(let check):
        check(
          DraftContext(draft: draft, profiles: options.profiles, clients: options.clients)
        ) { _ in }
      case .list(let check):
        check(
          ListContext(
            draft: draft, profiles: options.profiles, people: nil,
            ignoredColumns: options.ignoredColumns)
        ) { _ in }
      case .row(let check):
        for row in rows {
          let context = RowContext(
            draft: draft, profiles: options.profiles, row: row, problems: [])
          check(context) { _ in }
        }
      case .address, .value: continue
      }
    }
  }

  /// What is left of findings once comments and the project's levels have spoken.
  private func settled(_ findings: [Finding]) -> [Finding] {
    var allowances = Allowances(draft)
    var left = findings.compactMap { options.levels.adjusted($0) }.filter { !allowances.allow($0) }
    left += allowances.unused(hasList: options.list != nil)
      .compactMap { options.levels.adjusted($0.finding(of: .badSuppression)) }
    return left
  }

  // MARK: Rows

  /// Checks one recipient.
  public mutating func visit(_ row: Row) {
    var problems: [ValueProblem] = []
    draft.measure(row, into: &values, problems: &problems)
    facts.count += 1
    facts.kinds[row.kind, default: 0] += 1
    facts.longestTitle.offer(sizes.title(values), row: row.number)
    facts.largestBody.offer(sizes.body(values), row: row.number)
    if row.problem == nil {
      facts.trusted += 1
      checkAddress(row)
      tally(problems, row)
      for seen in inspector.inspect(row, problems, survey: &survey) {
        note(seen.sighting, of: Rule.all[seen.rule], seen.rule, row)
      }
    }
    if sizes.isBlankTitle(values), problems.isEmpty { facts.blankTitles.add(row.number) }
    let context = RowContext(
      draft: draft, profiles: options.profiles, row: row, problems: problems)
    for rule in rowRules {
      rule.check(context) { note($0, of: rule.rule, rule.number, row) }
    }
  }

  private mutating func checkAddress(_ row: Row) {
    addressBook.note(row, in: &facts)
    let verdict = addresses.verdict(on: row)
    if verdict?.isDeliverable ?? true {
      facts.hasLiveAddress = true
      if facts.isSample { facts.deliverable.add(row.number) }
    }
    guard let verdict else { return }
    let context = AddressContext(
      draft: draft, row: row, verdict: verdict, isSample: options.isSample)
    for rule in AddressRule.all {
      rule.check(context) { note($0, of: rule.rule, rule.number, row) }
    }
  }

  private mutating func tally(_ problems: [ValueProblem], _ row: Row) {
    for problem in problems {
      let parameter = draft.plan.slots[problem.slot].parameter
      switch problem.kind {
      case .missing: facts.missing[parameter].add(row.number)
      case .empty: facts.empty[parameter].add(row.number)
      case .objection: continue
      }
    }
    // Final values may be empty: they are sent as they are, and the rule warns.
    guard draft.hasFinalValues else { return }
    for parameter in draft.plan.parameters.indices {
      if case .empty = draft.value(of: parameter, in: row) {
        facts.empty[parameter].add(row.number)
      }
    }
  }

  private struct SightingKey: Hashable {
    var rule: Int
    var parameter: Int?
    var kind: Sighting.Kind
  }

  private mutating func note(_ sighting: Sighting, of rule: Rule, _ number: Int, _ row: Row) {
    let key = SightingKey(rule: number, parameter: sighting.parameter, kind: sighting.kind)
    guard sightings[key] == nil else {
      sightings[key]?.add(row.number)
      return
    }
    let finding = Finding(
      rule: rule.name, severity: sighting.severity ?? rule.severity, message: sighting.message(),
      location: location(of: sighting, row), parameter: sighting.parameter.map(name),
      rows: [row.number], help: sighting.help ?? rule.instead)
    sightings[key] = Sighted(finding: finding, lastRow: row.number)
  }

  /// Sightings that are one finding; a row counts once, however many places it shows in.
  private struct Sighted {
    var finding: Finding
    var lastRow: Int

    mutating func add(_ row: Int) {
      guard row != lastRow else { return }
      lastRow = row
      finding.count += 1
      if finding.rows.count < Finding.rowLimit { finding.rows.append(row) }
    }
  }

  private func name(_ parameter: Int) -> String { draft.plan.parameters[parameter].name }

  /// The first use of the slot or the parameter, or the row's place in the list.
  private func location(of sighting: Sighting, _ row: Row) -> Location {
    if let parameter = sighting.parameter,
      let slot = sighting.slot ?? draft.plan.parameters[parameter].slots.first,
      let use = draft.plan.slots[slot].uses.first
    {
      return draft.location(ofUse: use)
    }
    return row.location(in: facts.list)
  }

  // MARK: The whole

  /// Takes back what only the end of the list shows to be no mistake.
  private mutating func settle() {
    for (key, sighted) in sightings {
      switch (Rule.all[key.rule].name, key.kind) {
      case (Rule.undeliverableDomain.name, .named(UnreachableDomain.documentationName))
      where !facts.hasLiveAddress:
        sightings[key] = nil
      case (Rule.roleAddress.name, .named(RoleMailbox.officeName)) where facts.count < 50:
        sightings[key]?.finding.severity = min(sighted.finding.severity, .advice)
      default: break
      }
    }
  }

  /// All findings, once the list is at its end; without a list, what can be said without one.
  public mutating func finish(columns: [String], unusedColumns: [String]) -> [Finding] {
    facts.columns = columns
    facts.unusedColumns = unusedColumns
    settle()
    facts.survey = survey ?? facts.survey
    var findings = Self.findings(of: draft, options: options)
    findings += sightings.values.map(\.finding)
    let context = ListContext(
      draft: draft, profiles: options.profiles, people: options.list == nil ? nil : facts,
      ignoredColumns: options.ignoredColumns)
    var collector = FindingCollector()
    for rule in Rule.all {
      for case .list(let check) in rule.checks {
        check(context) { collector.add($0, of: rule) }
      }
    }
    findings += collector.findings
    return settled(findings).sorted(by: Finding.precedes)
  }
}

/// A rule about rows with its check taken out, so that the pass over a list asks only once.
struct RowRule: Sendable {
  /// Its number in `Rule.all`.
  let number: Int
  let rule: Rule
  let check: @Sendable (RowContext, (Sighting) -> Void) -> Void

  static let all: [RowRule] = Rule.all.enumerated().flatMap { number, rule in
    rule.checks.compactMap { check in
      guard case .row(let check) = check else { return nil }
      return RowRule(number: number, rule: rule, check: check)
    }
  }
}

/// A rule about addresses with its check taken out.
struct AddressRule: Sendable {
  /// Its number in `Rule.all`.
  let number: Int
  let rule: Rule
  let check: @Sendable (AddressContext, (Sighting) -> Void) -> Void

  static let all: [AddressRule] = Rule.all.enumerated().flatMap { number, rule in
    rule.checks.compactMap { check in
      guard case .address(let check) = check else { return nil }
      return AddressRule(number: number, rule: rule, check: check)
    }
  }
}

extension Row {
  /// Where the record stands in its list.
  func location(in list: String) -> Location {
    Location(
      file: list,
      span: SourceSpan(offset: offset, length: length, start: position, end: end))
  }
}
