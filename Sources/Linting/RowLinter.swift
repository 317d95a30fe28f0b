import Composing
import Diagnostics
import Mailing
public import Recipients

/// Checks rows of one template's list; any thread may do a stretch.
public struct RowLinter: Sendable {
  private let draft: Draft
  private let options: LintOptions
  private let sizes: FilledSizes
  private let inspector: ValueInspector
  /// What is known of domains, on whichever thread rows are checked.
  let domains = DomainVerdicts()
  /// A tally of nobody.
  let nothing: RowTally
  /// What needs no wording any more.
  var known: Set<SightingKey> = []

  init(_ draft: Draft, options: LintOptions) {
    self.draft = draft
    self.options = options
    sizes = FilledSizes(draft)
    inspector = ValueInspector(draft, options.constraints)
    nothing = RowTally(
      facts: PeopleFacts(
        list: options.list ?? "", isSample: options.isSample,
        parameters: draft.plan.parameters.count),
      sample: ColumnSample(draft.parameterNames))
  }

  /// What is used again from row to row.
  struct Tools {
    fileprivate var values = ValueSizes()
    fileprivate var addresses: AddressInspector
    /// What the rules say of each address in a domain, in the order of the inspector's numbers.
    fileprivate var domains: [DomainSightings] = []

    fileprivate let scene: ValueScene

    fileprivate init(_ domains: DomainVerdicts, _ scene: ValueScene) {
      addresses = AddressInspector(domains)
      self.scene = scene
    }

    /// Adds to a tally what was seen of domains.
    mutating func settle(in tally: inout RowTally) {
      for index in domains.indices { domains[index].settle(in: &tally) }
    }
  }

  /// New ones for the next stretch.
  var tools: Tools { Tools(domains, inspector.scene(of: draft)) }

  /// Checks all rows of a block but those of people who are left out.
  public func check(_ block: RowBlock, leavingOut isLeftOut: (Row) -> Bool) -> RowTally {
    var tally = nothing
    tally.reserveCapacity(block.count)
    var tools = tools
    let scene = tools.scene
    for index in 0..<block.count {
      let row = block[index]
      if isLeftOut(row) {
        tally.leftOut += 1
      } else {
        check(row, in: scene, &tools, &tally)
      }
    }
    tools.settle(in: &tally)
    return tally
  }

  /// Checks one row.
  func check(_ row: Row, _ tools: inout Tools, _ tally: inout RowTally) {
    check(row, in: tools.scene, &tools, &tally)
  }

  /// Checks one row; what all rows share is handed over, so that nobody counts who holds it.
  private func check(
    _ row: Row, in scene: ValueScene, _ tools: inout Tools, _ tally: inout RowTally
  ) {
    var problems: [ValueProblem] = []
    scene.draft.measure(row, into: &tools.values, problems: &problems)
    tally.facts.count += 1
    tally.facts.kinds[row.kind] += 1
    tally.facts.longestTitle.offer(sizes.title(tools.values), row: row.number)
    tally.facts.largestBody.offer(sizes.body(tools.values), row: row.number)
    if row.problem == nil {
      tally.facts.trusted += 1
      tally.rows.append(row)
      let plain = PlainAddress(of: row)
      tally.keys.append(plain?.key ?? MailboxKey(row.address ?? []))
      check(tools.addresses.look(at: row, plain), of: row, &tools, &tally)
      count(problems, row, &tally.facts)
      for seen in inspector.inspect(
        row, tools.values.look, problems, in: scene, sample: &tally.sample)
      {
        note(seen.sighting, of: Rule.all[seen.rule], seen.rule, row, &tally)
      }
    }
    if sizes.isBlankTitle(tools.values), problems.isEmpty {
      tally.facts.blankTitles.add(row.number)
    }
    let traits = RowTraits(row)
    guard !traits.isDisjoint(with: RowRule.watched) else { return }
    let context = RowContext(
      draft: draft, profiles: options.profiles, row: row, problems: problems)
    for rule in RowRule.all where !rule.traits.isDisjoint(with: traits) {
      rule.check(context) { note($0, of: rule.rule, rule.number, row, &tally) }
    }
  }

  private func check(
    _ found: AddressInspector.Found, of row: Row, _ tools: inout Tools, _ tally: inout RowTally
  ) {
    switch found {
    case .nothing: noteDeliverable(row, &tally)
    case .verdict(let verdict):
      if verdict.isDeliverable { noteDeliverable(row, &tally) }
      _ = note(verdict, of: row, &tally)
    case .ofDomain(let number):
      // Of all addresses in a domain the same is said, and only the first is worded.
      if number == tools.domains.count {
        let verdict = tools.addresses.verdicts[number]
        tools.domains.append(
          DomainSightings(
            note(verdict, of: row, &tally), isDeliverable: verdict.isDeliverable))
      } else {
        tools.domains[number].rows.add(row.number)
      }
      if tools.domains[number].isDeliverable { noteDeliverable(row, &tally) }
    }
  }

  private func noteDeliverable(_ row: Row, _ tally: inout RowTally) {
    tally.facts.hasLiveAddress = true
    if options.isSample { tally.facts.deliverable.add(row.number) }
  }

  /// Notes what the rules say of a verdict.
  private func note(
    _ verdict: AddressVerdict, of row: Row, _ tally: inout RowTally
  ) -> [SightingKey] {
    var keys: [SightingKey] = []
    let context = AddressContext(
      draft: draft, row: row, verdict: verdict, isSample: options.isSample)
    for rule in AddressRule.all {
      rule.check(context) {
        keys.append(note($0, of: rule.rule, rule.number, row, &tally))
      }
    }
    return keys
  }

  private func count(_ problems: [ValueProblem], _ row: Row, _ facts: inout PeopleFacts) {
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

  // MARK: Sightings

  @discardableResult
  private func note(
    _ sighting: Sighting, of rule: Rule, _ number: Int, _ row: Row, _ tally: inout RowTally
  ) -> SightingKey {
    let key = SightingKey(rule: number, parameter: sighting.parameter, kind: sighting.kind)
    if tally.sightings[key]?.rows.add(row.number) == nil {
      var sighted = Sighted(finding: known.contains(key) ? nil : finding(sighting, of: rule, row))
      sighted.rows.add(row.number)
      tally.sightings[key] = sighted
    }
    return key
  }

  private func finding(_ sighting: Sighting, of rule: Rule, _ row: Row) -> Finding {
    Finding(
      rule: rule.name, severity: sighting.severity ?? rule.severity, message: sighting.message(),
      location: sighting.use(in: draft).map(draft.location(ofUse:))
        ?? row.location(in: options.list ?? ""),
      parameter: sighting.parameter.map { draft.plan.parameters[$0].name },
      rows: [row.number], help: sighting.help ?? rule.instead)
  }
}

/// What is said of every address in one domain, and in which rows such addresses are.
private struct DomainSightings {
  let keys: [SightingKey]
  let isDeliverable: Bool
  var rows = PeopleFacts.Tally()

  init(_ keys: [SightingKey], isDeliverable: Bool) {
    self.keys = keys
    self.isDeliverable = isDeliverable
  }

  /// Adds the rows to what is known of the others, once.
  mutating func settle(in tally: inout RowTally) {
    guard rows.count > 0 else { return }
    for key in keys { tally.sightings[key, default: Sighted()].rows.merge(rows) }
    rows = PeopleFacts.Tally()
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
