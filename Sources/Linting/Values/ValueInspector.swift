import Composing
import Mailing
import Recipients

/// Looks at the values of one recipient after the other, each only as closely as its bytes ask for.
///
/// Of the rules about values the first in `Rule.all` that speaks is the one that counts a value, so
/// that one mistake is one finding.
struct ValueInspector: Sendable {
  private struct ValueRule: Sendable {
    /// Its number in `Rule.all`.
    let number: Int
    let kinds: CellClass
    let check: @Sendable (ValueContext, (Sighting) -> Void) -> Void
  }

  private static let rules: [ValueRule] = Rule.all.enumerated().flatMap { number, rule in
    rule.checks.compactMap { check in
      guard case .value(let kinds, let check) = check else { return nil }
      return ValueRule(number: number, kinds: kinds, check: check)
    }
  }

  /// Kinds of bytes that some rule looks at.
  private static let watched = rules.reduce(into: CellClass()) { $0.formUnion($1.kinds) }

  /// What a pass over the cells has to know of a parameter; nothing that has to be retained.
  private struct Field: Sendable {
    /// Whether a list may have values of it.
    let isInList: Bool
    let ownCell: Row.OwnCell?
    let extraClass: CellClass
    /// Whether blanks in a row matter, because an attribute holds the value.
    let watchesRuns: Bool
    /// What the envelope's value shows.
    let sharedKinds: CellClass?
  }

  private let fields: [Field]
  private let places: [ValuePlaces]
  private let watched = ValueInspector.watched

  init(_ draft: Draft, _ constraints: [String: ValueConstraint]) {
    let isIndividual = draft.envelope.isIndividual
    let places = draft.plan.parameters.map {
      ValuePlaces(of: $0, in: draft, constraints[$0.name])
    }
    self.places = places
    fields = zip(draft.plan.parameters, places).map { parameter, places in
      Field(
        isInList: isIndividual, ownCell: isIndividual ? Row.OwnCell(parameter.name) : nil,
        extraClass: places.extraClass, watchesRuns: places.isInAttribute,
        sharedKinds: parameter.shared.map { shared in
          shared.withUnsafeBufferPointer { value in
            let kinds = CellClass.of(value).with(shapeOf: value)
            let hasRun = places.isInAttribute && CellClass.hasRun(value)
            return hasRun ? kinds.union(.innerRun) : kinds
          }
        })
    }
  }

  /// What a stretch of a draft's list needs.
  func scene(of draft: Draft) -> ValueScene { ValueScene(draft, places) }

  /// A value that some rule has to look at.
  private struct Suspect {
    let parameter: Int?
    let kinds: CellClass
  }

  /// What a rule has seen; the rule by its number in `Rule.all`.
  typealias Seen = (rule: Int, sighting: Sighting)

  /// Checks all values of one recipient, whose cells were looked at, and notes in `sample` what they
  /// are like.
  func inspect(
    _ row: Row, _ look: RowLook, _ problems: [ValueProblem], in scene: ValueScene,
    sample: inout ColumnSample?
  ) -> [Seen] {
    var suspects = suspects(row, look, &sample)
    if !problems.isEmpty { Self.add(problems, to: &suspects, scene.draft) }
    guard !suspects.isEmpty else { return [] }
    var seen: [Seen] = []
    var reported: [(text: ArraySlice<UInt8>, rule: Int)] = []
    for suspect in suspects {
      var kinds = suspect.kinds
      let isRefused = kinds.contains(.refused)
      let found = Self.text(of: suspect.parameter, row, scene.draft)
      // What cannot stand there may be the template's fallback.
      if found == nil { kinds.formIntersection(.refused) }
      guard let text = found ?? (isRefused ? [] : nil) else { continue }
      let context = Self.context(of: suspect, text, problems, scene)
      var isFlagged = false
      for rule in Self.rules where !rule.kinds.isDisjoint(with: kinds) {
        // A value that nobody gets is an error, which no lesser rule may hide.
        if isRefused, !rule.kinds.contains(.refused) { continue }
        // The column of names is often a parameter's as well.
        let isKnown =
          suspect.parameter == nil
          && reported.contains { $0.rule == rule.number && $0.text == text }
        isFlagged = isKnown
        if !isKnown {
          rule.check(context) { sighting in
            isFlagged = true
            seen.append((rule.number, sighting))
          }
        }
        if isFlagged {
          reported.append((text, rule.number))
          break
        }
      }
      if found != nil, let parameter = suspect.parameter {
        sample?.settle(
          text, kinds, column: parameter, row: row.number, isFlagged: isFlagged)
      }
    }
    return seen
  }

  private func suspects(
    _ row: Row, _ look: RowLook, _ sample: inout ColumnSample?
  ) -> [Suspect] {
    var suspects: [Suspect] = []
    row.withCells { cells in
      look.withKinds { look in
        if sample == nil {
          collect(&suspects, row.number, cells, look, nil)
        } else {
          sample?.addRow { collect(&suspects, row.number, cells, look, $0) }
        }
        guard let name = cells[.name] else { return }
        let kinds = look.name.with(shapeOf: name)
        if !kinds.isDisjoint(with: watched) {
          suspects.append(Suspect(parameter: nil, kinds: kinds))
        }
      }
    }
    return suspects
  }

  /// Goes through the parameters.
  @inline(__always)
  private func collect(
    _ suspects: inout [Suspect], _ row: Int, _ cells: Row.Cells, _ look: RowLook.Kinds,
    _ notes: ColumnSample.RowNotes?
  ) {
    fields.withUnsafeBufferPointer { fields in
      for number in 0..<fields.count {
        var kinds: CellClass
        if let (text, shown) = find(fields[number], number, cells, look) {
          kinds = shown.with(shapeOf: text).union(fields[number].extraClass)
          if fields[number].watchesRuns, kinds.contains(.space), CellClass.hasRun(text) {
            kinds.insert(.innerRun)
          }
          notes?.note(
            text, kinds, column: number, row: row, isSuspect: !kinds.isDisjoint(with: watched))
        } else if let shared = fields[number].sharedKinds {
          kinds = shared.union(fields[number].extraClass)
        } else {
          continue
        }
        if !kinds.isDisjoint(with: watched) {
          suspects.append(Suspect(parameter: number, kinds: kinds))
        }
      }
    }
  }

  /// The row's cell of a parameter, or its own field of that name.
  @inline(__always)
  private func find(
    _ field: Field, _ number: Int, _ cells: Row.Cells, _ look: RowLook.Kinds
  ) -> (UnsafeBufferPointer<UInt8>, CellClass)? {
    guard field.isInList else { return nil }
    if let text = cells[number] { return (text, look.parameters[number]) }
    return field.ownCell.flatMap { own in cells[own].map { ($0, look.own(own)) } }
  }

  /// Values that cannot stand where they should are looked at whatever their bytes are.
  private static func add(
    _ problems: [ValueProblem], to suspects: inout [Suspect], _ draft: Draft
  ) {
    for problem in problems {
      guard case .objection = problem.kind else { continue }
      let parameter = draft.plan.slots[problem.slot].parameter
      if let index = suspects.firstIndex(where: { $0.parameter == parameter }) {
        suspects[index] = Suspect(
          parameter: parameter, kinds: suspects[index].kinds.union(.refused))
      } else {
        suspects.append(Suspect(parameter: parameter, kinds: .refused))
      }
    }
  }

  private static func text(
    of parameter: Int?, _ row: Row, _ draft: Draft
  ) -> ArraySlice<UInt8>? {
    guard let parameter else { return row.name.flatMap { Blank.isBlank($0) ? nil : $0 } }
    guard case .text(let text) = draft.value(of: parameter, in: row) else { return nil }
    return text
  }

  private static func context(
    of suspect: Suspect, _ text: ArraySlice<UInt8>, _ problems: [ValueProblem],
    _ scene: ValueScene
  ) -> ValueContext {
    var objections: [(slot: Int, objection: ValueObjection)] = []
    if suspect.kinds.contains(.refused) {
      for problem in problems {
        guard case .objection(let objection) = problem.kind,
          scene.draft.plan.slots[problem.slot].parameter == suspect.parameter
        else { continue }
        objections.append((problem.slot, objection))
      }
    }
    return ValueContext(
      scene: scene, text: text, kinds: suspect.kinds, parameter: suspect.parameter,
      objections: objections)
  }
}
