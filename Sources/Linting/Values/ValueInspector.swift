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

  private static let rules: [ValueRule] = Rule.all.enumerated().compactMap { number, rule in
    guard case .value(let kinds, let check) = rule.check else { return nil }
    return ValueRule(number: number, kinds: kinds, check: check)
  }

  /// Kinds of bytes that some rule looks at.
  private static let watched = rules.reduce(into: CellClass()) { $0.formUnion($1.kinds) }

  private struct Field: Sendable {
    /// Whether a list may have values of it.
    let isInList: Bool
    let ownCell: Row.OwnCell?
    let places: ValuePlaces
    /// What the envelope's value shows.
    let sharedKinds: CellClass?
  }

  private let draft: Draft
  private let fields: [Field]
  private let watched = ValueInspector.watched
  private let table = CellClass.table

  init(_ draft: Draft) {
    self.draft = draft
    let isIndividual = draft.envelope.isIndividual
    fields = draft.plan.parameters.map { parameter in
      Field(
        isInList: isIndividual, ownCell: isIndividual ? Row.OwnCell(parameter.name) : nil,
        places: ValuePlaces(of: parameter, in: draft),
        sharedKinds: parameter.shared.map { shared in
          shared.withUnsafeBufferPointer { value in
            CellClass.table.withUnsafeBufferPointer { CellClass.of(value, $0) }
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

  /// Checks all values of one recipient and notes in `columns` what they look like.
  func inspect(
    _ row: Row, _ problems: [ValueProblem], columns: inout [ColumnProfile]
  ) -> [Seen] {
    let suspects = suspects(row, problems, &columns)
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
      for rule in Self.rules where !rule.kinds.isDisjoint(with: kinds) {
        // A value that nobody gets is an error, which no lesser rule may hide.
        if isRefused, !rule.kinds.contains(.refused) { continue }
        // The column of names is often a parameter's as well.
        let isKnown =
          suspect.parameter == nil
          && reported.contains { $0.rule == rule.number && $0.text == text }
        var isFlagged = isKnown
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
    }
    return seen
  }

  private func suspects(
    _ row: Row, _ problems: [ValueProblem], _ columns: inout [ColumnProfile]
  ) -> [Suspect] {
    var suspects: [Suspect] = []
    row.withCells { cells in
      table.withUnsafeBufferPointer { table in
        for (number, field) in fields.enumerated() {
          var kinds: CellClass
          if field.isInList, let text = cells[number] ?? field.ownCell.flatMap({ cells[$0] }) {
            kinds = CellClass.of(text, table)
            if !columns.isEmpty { columns[number].note(text, kinds, row: row.number) }
          } else if let shared = field.sharedKinds {
            kinds = shared
          } else {
            continue
          }
          let extra = field.places.extraClass
          kinds.formUnion(kinds.contains(.space) ? extra : extra.subtracting(.inAttribute))
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
      places: suspect.parameter.map { fields[$0].places } ?? .name, objections: objections)
  }
}
