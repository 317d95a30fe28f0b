public import Composing
public import Diagnostics
import Mailing
public import Recipients

/// Checks one template: first the template alone, then row by row, then what the list shows whole.
public struct Linter {
  private let draft: Draft
  private let options: LintOptions
  private var rowLinter: RowLinter
  private var tools: RowLinter.Tools
  private var tally: RowTally
  private var addressBook = AddressBook()
  private var survey: ColumnSurvey

  /// Prepares the checks of a template.
  public init(_ draft: Draft, options: LintOptions) {
    self.draft = draft
    self.options = options
    rowLinter = RowLinter(draft, options: options)
    tools = rowLinter.tools
    tally = rowLinter.nothing
    survey = ColumnSurvey(draft.parameterNames)
  }

  /// How many errors the template has, whatever the list.
  public static func errorCount(of draft: Draft, options: LintOptions) -> Int {
    var options = options
    options.list = nil
    var linter = Linter(draft, options: options)
    return linter.finish(columns: [], unusedColumns: []).reduce(0) {
      $0 + ($1.severity == .error ? 1 + $1.further : 0)
    }
  }

  /// The findings that need no list.
  public static func findings(of draft: Draft, options: LintOptions) -> [Finding] {
    let context = DraftContext(draft, options)
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
      case .draft(let check): check(DraftContext(draft, options)) { _ in }
      case .list(let check): check(ListContext(draft, options)) { _ in }
      case .row(_, let check):
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

  /// What checks the next rows; a copy on another thread does not word again what is known by now.
  public var rows: RowLinter { rowLinter }

  /// How many people were checked.
  public var count: Int { tally.facts.count }

  /// How many people were left out.
  public var leftOut: Int { tally.leftOut }

  /// Adds what was found in the next stretch of the list; stretches come in the list's order.
  public mutating func add(_ next: RowTally) {
    tally.add(next)
    next.rows.withBlock { block, indices in
      next.keys.withUnsafeBufferPointer { keys in
        for position in 0..<indices.count {
          if position % AddressBook.stride == 0 {
            addressBook.lookAhead(keys[position...].prefix(AddressBook.stride))
          }
          guard let key = keys[position] else { continue }
          addressBook.note(key, Int(indices[position]), in: block, &tally.facts)
        }
      }
    }
    if let sample = next.sample { survey.add(sample, of: next.rows) }
    rowLinter.known.formUnion(next.sightings.keys)
  }

  /// Checks one recipient.
  public mutating func visit(_ row: Row) {
    var next = rowLinter.nothing
    rowLinter.check(row, &tools, &next)
    tools.settle(in: &next)
    add(next)
  }

  /// Which addresses the list may have more than once, as far as it was checked.
  public var repeatedAddresses: RepeatedAddresses { RepeatedAddresses(addressBook) }

  /// The largest filled body so far, and whose it is.
  public var largestBody: PeopleFacts.Extreme { tally.facts.largestBody }

  /// What says which single rows would be refused.
  public var judge: RowJudge { RowJudge(draft, options) }

  // MARK: The whole

  /// Takes back what only the end of the list shows to be no mistake.
  private mutating func settle() {
    for (key, sighted) in tally.sightings {
      switch (Rule.all[key.rule].name, key.kind) {
      case (Rule.undeliverableDomain.name, .named(UnreachableDomain.documentationName))
      where !tally.facts.hasLiveAddress:
        tally.sightings[key] = nil
      case (Rule.roleAddress.name, .named(RoleMailbox.officeName)) where count < 50:
        guard let severity = sighted.finding?.severity else { continue }
        tally.sightings[key]?.finding?.severity = min(severity, .advice)
      default: break
      }
    }
  }

  /// All findings, once the list is at its end; without a list, what can be said without one.
  public mutating func finish(columns: [String], unusedColumns: [String]) -> [Finding] {
    settle()
    var facts = tally.facts
    facts.columns = columns
    facts.unusedColumns = unusedColumns
    facts.survey = survey
    var findings = Self.findings(of: draft, options: options)
    findings += tally.sightings.values.compactMap(\.whole)
    let context = ListContext(draft, options, people: options.list == nil ? nil : facts)
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
