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

  private let draft: Draft
  private let fields: [Field]
  private let places: [ValuePlaces]
  private let watched = ValueInspector.watched
  private let table = CellClass.table

  init(_ draft: Draft, _ constraints: [String: ValueConstraint]) {
    self.draft = draft
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
            let kinds = CellClass.table.withUnsafeBufferPointer { CellClass.of(value, $0) }
            let hasRun = places.isInAttribute && CellClass.hasRun(value)
            return hasRun ? kinds.union(.innerRun) : kinds
          }
        })
    }
  }

  /// A value that some rule has to look at.
  private struct Suspect {
    let parameter: Int?
    let kinds: CellClass
  }

  /// What a rule has seen; the rule by its number in `Rule.all`.
  typealias Seen = (rule: Int, sighting: Sighting)

  /// Checks all values of one recipient and notes in `sample` what they look like.
  func inspect(
    _ row: Row, _ problems: [ValueProblem], sample: inout ColumnSample?
  ) -> [Seen] {
    let suspects = suspects(row, problems, &sample)
    guard !suspects.isEmpty else { return [] }
    var seen: [Seen] = []
    var reported: [(text: ArraySlice<UInt8>, rule: Int)] = []
    for suspect in suspects {
      var kinds = suspect.kinds
      let isRefused = kinds.contains(.refused)
      let found = text(of: suspect.parameter, row)
      // What cannot stand there may be the template's fallback.
      if found == nil { kinds.formIntersection(.refused) }
      guard let text = found ?? (isRefused ? [] : nil) else { continue }
      let context = context(of: suspect, text, problems)
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
      if !isFlagged, found != nil, let parameter = suspect.parameter {
        sample?.tally(text, kinds, column: parameter, row: row.number)
      }
    }
    return seen
  }

  private func suspects(
    _ row: Row, _ problems: [ValueProblem], _ sample: inout ColumnSample?
  ) -> [Suspect] {
    var suspects: [Suspect] = []
    sample?.beginRow()
    row.withCells { cells in
      table.withUnsafeBufferPointer { table in
        for number in fields.indices {
          let field = fields[number]
          var kinds: CellClass
          if field.isInList, let text = cells[number] ?? field.ownCell.flatMap({ cells[$0] }) {
            kinds = CellClass.of(text, table)
            sample?.note(
              text, kinds, column: number, row: row.number,
              isSuspect: !kinds.isDisjoint(with: watched))
            if field.watchesRuns, kinds.contains(.space), CellClass.hasRun(text) {
              kinds.insert(.innerRun)
            }
          } else if let shared = field.sharedKinds {
            kinds = shared
          } else {
            continue
          }
          kinds.formUnion(field.extraClass)
          if !kinds.isDisjoint(with: watched) {
            suspects.append(Suspect(parameter: number, kinds: kinds))
          }
        }
        if let name = cells[.name] {
          let kinds = CellClass.of(name, table)
          if !kinds.isDisjoint(with: watched) {
            suspects.append(Suspect(parameter: nil, kinds: kinds))
          }
        }
      }
    }
    return problems.isEmpty ? suspects : adding(problems, to: suspects)
  }

  /// Values that cannot stand where they should are looked at whatever their bytes are.
  private func adding(_ problems: [ValueProblem], to suspects: [Suspect]) -> [Suspect] {
    var suspects = suspects
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
    return suspects
  }

  private func text(of parameter: Int?, _ row: Row) -> ArraySlice<UInt8>? {
    guard let parameter else { return row.name.flatMap { Blank.isBlank($0) ? nil : $0 } }
    guard case .text(let text) = draft.value(of: parameter, in: row) else { return nil }
    return text
  }

  private func context(
    of suspect: Suspect, _ text: ArraySlice<UInt8>, _ problems: [ValueProblem]
  ) -> ValueContext {
    var objections: [(slot: Int, objection: ValueObjection)] = []
    if suspect.kinds.contains(.refused) {
      for problem in problems {
        guard case .objection(let objection) = problem.kind,
          draft.plan.slots[problem.slot].parameter == suspect.parameter
        else { continue }
        objections.append((problem.slot, objection))
      }
    }
    return ValueContext(
      draft: draft, text: text, kinds: suspect.kinds, parameter: suspect.parameter,
      places: suspect.parameter.map { places[$0] } ?? .name, objections: objections)
  }
}
