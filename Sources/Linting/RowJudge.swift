import Composing
import Diagnostics
import Mailing
public import Recipients
import Templating

/// Says what keeps one recipient from getting a mail.
public struct RowJudge: Sendable {
  private let draft: Draft
  private let options: LintOptions
  private let sizes: FilledSizes
  private let inspector: ValueInspector
  private let scene: ValueScene
  private let titleLimit: Int
  private let bodyLimit: Int
  private let allowances: Allowances

  init(_ draft: Draft, _ options: LintOptions) {
    self.draft = draft
    self.options = options
    sizes = FilledSizes(draft)
    inspector = ValueInspector(draft, options.constraints)
    scene = inspector.scene(of: draft)
    titleLimit = options.profiles.limit(\.titleBytes)
    bodyLimit = options.profiles.limit(\.bodyBytesRefused)
    allowances = Allowances(draft)
  }

  /// The names of the rules that object to a row, each once.
  public func objections(to row: Row) -> [String] {
    var values = ValueSizes()
    var problems: [ValueProblem] = []
    draft.measure(row, into: &values, problems: &problems)
    return objections(to: row, values, problems)
  }

  /// The names of the rules that object to a row, given what was made of its values.
  func objections(
    to row: Row, _ values: some SlotValues, _ problems: [ValueProblem]
  ) -> [String] {
    var objections = problems.compactMap(\.listRule)
    for (rule, isBroken) in [
      (Rule.titleTooLong, sizes.title(values) > titleLimit),
      (Rule.emptyTitle, sizes.isBlankTitle(values)),
      (Rule.bodyTooLarge, sizes.body(values) > bodyLimit),
      (Rule.overBudget, sizes.body(values) > options.bodyBudget ?? .max),
    ]
    where isBroken
      && isError(rule.severity, of: rule, at: Location(file: draft.title.text.file.path))
    {
      objections.append(rule.name)
    }
    sight(row, problems) { sighting, rule in
      let place = {
        sighting.use(in: draft).map(draft.location(ofUse:)) ?? Location(file: options.list ?? "")
      }
      if isError(sighting.severity ?? rule.severity, of: rule, at: place()) {
        objections.append(rule.name)
      }
    }
    var known: Set<String> = []
    return objections.filter { known.insert($0).inserted }
  }

  /// Whether a finding there would be an error once levels and comments have spoken, as in a report.
  private func isError(
    _ severity: Severity, of rule: Rule, at place: @autoclosure () -> Location
  ) -> Bool {
    if options.levels.isEmpty, allowances.isEmpty || severity != .error {
      return severity == .error
    }
    let place = place()
    return options.levels.severity(severity, of: rule, in: place.file) == .error
      && !allowances.allows(rule, .error, at: place)
  }

  /// Asks all rules about rows, addresses and values.
  private func sight(
    _ row: Row, _ problems: [ValueProblem], _ report: (Sighting, Rule) -> Void
  ) {
    // The glance tells errors of the rules alone.
    let isAcceptable = options.levels.isEmpty && AddressInspector.isAcceptable(row)
    if !isAcceptable, let verdict = AddressVerdict(row.address ?? []) {
      let context = AddressContext(draft: draft, row: row, verdict: verdict, isSample: false)
      for rule in AddressRule.all { rule.check(context) { report($0, rule.rule) } }
    }
    let traits = RowTraits(row)
    if !traits.isDisjoint(with: RowRule.watched) {
      let context = RowContext(
        draft: draft, profiles: options.profiles, row: row, problems: problems)
      for rule in RowRule.all where !rule.traits.isDisjoint(with: traits) {
        rule.check(context) { report($0, rule.rule) }
      }
    }
    guard row.problem == nil else { return }
    var unseen: ColumnSample?
    for seen in inspector.inspect(row, RowLook(row), problems, in: scene, sample: &unseen) {
      report(seen.sighting, Rule.all[seen.rule])
    }
  }
}

extension ValueProblem {
  /// The rule about whole lists that words the problem; rules about rows speak for themselves.
  fileprivate var listRule: String? {
    switch kind {
    case .missing: Rule.missingForRecipient.name
    case .empty: Rule.emptyValue.name
    case .objection: nil
    }
  }
}
