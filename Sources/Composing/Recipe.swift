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
    /// The envelope's value, and what its bytes show.
    let shared: (range: Range<Int>, traits: ByteTraits)?
    /// What stands in for no value, with the filters applied.
    let fallback: Range<Int>?
    /// Its number among the chains; nil without filters.
    let filters: Int?
    let form: SlotForm
    let shortcut: SlotForm.Shortcut
  }

  /// Where a text comes from.
  enum Source {
    /// The row's cell of the parameter with that number.
    case parameter(Int)
    /// The row's own field.
    case own(Row.OwnCell)
    /// The envelope, whose text is known.
    case shared(ByteTraits)
  }

  private struct Found {
    let text: UnsafeBufferPointer<UInt8>
    let source: Source
  }

  private var steps: [Step] = []
  /// Shared values and fallbacks, one behind the other, and a block of nothing.
  private var constants: [UInt8] = []
  private var chains: [FilterChain] = []
  private let checksTitle: Bool

  init(_ plan: LoweringPlan, isIndividual: Bool) {
    precondition(CalmText.block <= Row.Cells.tailroom)
    checksTitle = plan.slots.contains { $0.form.demands.contains(.title) }
    for slot in plan.slots {
      let parameter = plan.parameters[slot.parameter]
      let fallback = slot.fallback ?? (parameter.isOptional ? [] : nil)
      steps.append(
        Step(
          cell: isIndividual ? slot.parameter : nil,
          ownCell: isIndividual ? Row.OwnCell(parameter.name) : nil,
          shared: parameter.shared.map { (add($0), $0.withUnsafeBufferPointer(ByteTraits.of)) },
          fallback: fallback.map { add(Self.filtered($0, slot)) },
          filters: slot.filters.isEmpty ? nil : chains.count, form: slot.form,
          shortcut: slot.filters.isEmpty ? slot.form.shortcut : .none))
      if !slot.filters.isEmpty { chains.append(slot.filters) }
    }
    constants.append(contentsOf: repeatElement(0, count: CalmText.block))
  }

  private mutating func add(_ text: [UInt8]) -> Range<Int> {
    let start = constants.count
    constants += text
    return start..<constants.count
  }

  /// A fallback takes the filters as a value does; one that they cannot take stays as written.
  private static func filtered(_ fallback: [UInt8], _ slot: Slot) -> [UInt8] {
    let text = Blank.isBlank(fallback) ? nil : try? slot.filters.apply(fallback[...]).get()
    return slot.form.prepared(text ?? fallback)
  }

  // MARK: Composing

  /// Fills in one recipient; slots without a usable value stay empty and are reported.
  @inline(__always)
  func compose(
    _ row: Row, of plan: LoweringPlan, into values: inout some SlotFilling,
    problems: inout [ValueProblem]
  ) {
    let known = problems.count
    row.withCells { cells in
      values.refill(slots: steps.count, from: cells) { filler in
        if problems.count > known { problems.removeSubrange(known...) }
        fill(&filler, from: cells, problems: &problems)
      }
    }
    if checksTitle, let slot = plan.titleSlotCompletingMark(values) {
      problems.append(ValueProblem(kind: .objection(.placeholderMark), slot: slot))
      values.clear(slot)
    }
  }

  @inline(__always)
  private func fill(
    _ filler: inout some SlotFiller, from cells: Row.Cells, problems: inout [ValueProblem]
  ) {
    constants.withUnsafeBufferPointer { constants in
      steps.withUnsafeBufferPointer { steps in
        for slot in 0..<steps.count {
          // What nearly always is the case, before all that may be.
          if let cell = steps[slot].cell, let text = cells[cell],
            filler.add(text, .parameter(cell), by: steps[slot].shortcut)
          {
            continue
          }
          let step = steps[slot]
          let found = find(step, cells, constants)
          if let found, filler.add(found.text, found.source, by: step.shortcut) { continue }
          let kind: ValueProblem.Kind?
          if let text = found?.text {
            let traits = found.flatMap { filler.traits(of: $0.source) } ?? ByteTraits.of(text)
            let isPlain =
              step.filters == nil && traits.contains(.visible) || step.form.escaping == .final
            if isPlain, filler.add(text, traits, as: step.form) { continue }
            kind =
              isPlain
              ? .objection(step.form.knownObjection(to: text))
              : add(text, step, constants, &filler)
          } else {
            kind = addFallback(step, constants, &filler, orElse: .missing)
          }
          if let kind { problems.append(ValueProblem(kind: kind, slot: slot)) }
        }
      }
    }
  }

  /// The first that exists: the row's parameter, its own field, the envelope's value.
  @inline(__always)
  private func find(
    _ step: Step, _ cells: Row.Cells, _ constants: UnsafeBufferPointer<UInt8>
  ) -> Found? {
    if let cell = step.cell, let text = cells[cell] {
      return Found(text: text, source: .parameter(cell))
    }
    if let own = step.ownCell, let text = cells[own] { return Found(text: text, source: .own(own)) }
    return step.shared.map {
      Found(
        text: UnsafeBufferPointer(rebasing: constants[$0.range]), source: .shared($0.traits))
    }
  }

  /// Adds a text that has to be filtered or may be blank.
  ///
  /// - Returns: what is wrong, if anything is; the value is empty then.
  @inline(never)
  private func add(
    _ text: UnsafeBufferPointer<UInt8>, _ step: Step, _ constants: UnsafeBufferPointer<UInt8>,
    _ filler: inout some SlotFiller
  ) -> ValueProblem.Kind? {
    guard !Blank.isBlank(text) else {
      return addFallback(step, constants, &filler, orElse: .empty)
    }
    guard let filters = step.filters else { return add(text, step.form, &filler) }
    switch chains[filters].apply(Array(text)[...]) {
    case .success(let text):
      return step.form.prepared(text).withUnsafeBufferPointer { add($0, step.form, &filler) }
    case .failure(let refusal):
      filler.addNothing()
      return .objection(.filter(refusal))
    }
  }

  private func add(
    _ text: UnsafeBufferPointer<UInt8>, _ form: SlotForm, _ filler: inout some SlotFiller
  ) -> ValueProblem.Kind? {
    if filler.add(text, ByteTraits.of(text), as: form) { return nil }
    return .objection(form.knownObjection(to: text))
  }

  /// Adds the fallback; without one, something is wrong.
  private func addFallback(
    _ step: Step, _ constants: UnsafeBufferPointer<UInt8>, _ filler: inout some SlotFiller,
    orElse kind: ValueProblem.Kind
  ) -> ValueProblem.Kind? {
    guard let fallback = step.fallback else {
      filler.addNothing()
      return kind
    }
    return add(UnsafeBufferPointer(rebasing: constants[fallback]), step.form, &filler)
  }
}
