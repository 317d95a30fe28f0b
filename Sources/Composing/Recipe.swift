import Mailing
import Recipients
import Templating

/// A plan laid out for composing: for each slot where its text comes from and how it is written.
///
/// Holds nothing that has to be retained or looked up by name while a list streams through.
struct Recipe: Sendable {
  private struct Step: Sendable {
    /// The cell among the parameters of a row; nil where the same text goes to everybody.
    let cell: Int?
    /// The row's own field of the same name.
    let ownCell: Row.OwnCell?
    /// The envelope's value.
    let shared: Range<Int>?
    /// What stands in for no value, with the filters applied.
    let fallback: Range<Int>?
    /// Its number among the chains; nil without filters.
    let filters: Int?
    let form: SlotForm
  }

  private var steps: [Step] = []
  /// Shared values and fallbacks, one behind the other.
  private var constants: [UInt8] = []
  private var chains: [FilterChain] = []
  private let checksTitle: Bool

  init(_ plan: LoweringPlan, isIndividual: Bool) {
    checksTitle = plan.slots.contains { $0.form.demands.contains(.title) }
    for slot in plan.slots {
      let parameter = plan.parameters[slot.parameter]
      let fallback = slot.fallback ?? (parameter.isOptional ? [] : nil)
      steps.append(
        Step(
          cell: isIndividual ? slot.parameter : nil,
          ownCell: isIndividual ? Row.OwnCell(parameter.name) : nil,
          shared: parameter.shared.map { add($0) },
          fallback: fallback.map { add(Self.filtered($0, slot.filters)) },
          filters: slot.filters.isEmpty ? nil : chains.count, form: slot.form))
      if !slot.filters.isEmpty { chains.append(slot.filters) }
    }
  }

  private mutating func add(_ text: [UInt8]) -> Range<Int> {
    let start = constants.count
    constants += text
    return start..<constants.count
  }

  /// A fallback takes the filters as a value does; one that they cannot take stays as written.
  private static func filtered(_ fallback: [UInt8], _ filters: FilterChain) -> [UInt8] {
    guard !Blank.isBlank(fallback), case .success(let text) = filters.apply(fallback[...]) else {
      return fallback
    }
    return text
  }

  // MARK: Composing

  /// Fills in one recipient; slots without a usable value stay empty and are reported.
  @inline(__always)
  func compose<Values: SlotFilling>(
    _ row: Row, of plan: LoweringPlan, into values: inout Values,
    problems: inout [ValueProblem]
  ) {
    values.removeAll()
    row.withCells { cells in
      constants.withUnsafeBufferPointer { constants in
        steps.withUnsafeBufferPointer { steps in
          for slot in 0..<steps.count {
            guard let problem = add(steps[slot], cells, constants, to: &values) else { continue }
            problems.append(ValueProblem(kind: problem, slot: slot))
          }
        }
      }
    }
    if checksTitle, let slot = plan.titleSlotCompletingMark(values) {
      problems.append(ValueProblem(kind: .objection(.placeholderMark), slot: slot))
      values.clear(slot)
    }
  }

  @inline(__always)
  private func add(
    _ step: Step, _ cells: Row.Cells, _ constants: UnsafeBufferPointer<UInt8>,
    to values: inout some SlotFilling
  ) -> ValueProblem.Kind? {
    let found =
      step.cell.flatMap { cells[$0] } ?? step.ownCell.flatMap { cells[$0] }
      ?? step.shared.map { UnsafeBufferPointer(rebasing: constants[$0]) }
    if let found {
      let traits = ByteTraits.of(found)
      if step.form.escaping == .final || !Blank.isBlank(found, traits) {
        guard let number = step.filters else {
          return values.add(found, traits, as: step.form).map(ValueProblem.Kind.objection)
        }
        return addFiltered(found, chains[number], as: step.form, to: &values)
      }
    }
    guard let fallback = step.fallback else {
      values.addNothing()
      return found == nil ? .missing : .empty
    }
    let text = UnsafeBufferPointer(rebasing: constants[fallback])
    return values.add(text, ByteTraits.of(text), as: step.form).map(ValueProblem.Kind.objection)
  }

  private func addFiltered(
    _ text: UnsafeBufferPointer<UInt8>, _ filters: FilterChain, as form: SlotForm,
    to values: inout some SlotFilling
  ) -> ValueProblem.Kind? {
    switch filters.apply(Array(text)[...]) {
    case .success(let text):
      return text.withUnsafeBufferPointer { text in
        values.add(text, ByteTraits.of(text), as: form).map(ValueProblem.Kind.objection)
      }
    case .failure(let refusal):
      values.addNothing()
      return .objection(.filter(refusal))
    }
  }
}
