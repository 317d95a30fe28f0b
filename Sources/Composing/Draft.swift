public import Diagnostics
public import Mailing
public import Markup
public import Recipients
public import Templating

/// A template with its envelope, understood as far as it can be; it promises nothing.
///
/// Previews take a draft. Everything that leaves the house needs a `Campaign`, which is a draft
/// that was found clean.
public struct Draft: Sendable {
  /// The template's name, as folders and commands use it.
  public let name: String
  /// Sender, title and options.
  public let envelope: Envelope
  /// The title's placeholders.
  public let title: Template
  /// The body's placeholders.
  public let body: Template
  /// Tokens of the body and the context of each placeholder.
  public let markup: MarkupScan
  /// What the service gets.
  public let plan: LoweringPlan

  /// Parses, scans and lowers; never fails.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - envelope: sender, title and options; its title may be absent.
  ///   - body: the body's text.
  ///   - dialect: whether this is an author's template or a complete request.
  ///   - optionalParameters: parameters that may be missing or empty.
  public init(
    name: String, envelope: Envelope, body: SourceText, dialect: Template.Dialect,
    optionalParameters: Set<String> = []
  ) {
    self.name = name
    self.envelope = envelope
    let nothing = SourceText(SourceFile(path: envelope.file.path, bytes: []))
    title = Template(envelope.title ?? nothing, dialect: dialect)
    self.body = Template(body, dialect: dialect)
    markup = MarkupScan(of: self.body.masked, atoms: self.body.placeholders.map(\.range))
    var shared: [String: [UInt8]] = [:]
    for parameter in envelope.parameters { shared[parameter.name] = parameter.value.value }
    plan = LoweringPlan(
      title: title, body: self.body, contexts: markup.contexts, shared: shared,
      optional: optionalParameters)
  }

  /// Whether this is a complete request, whose values are sent as they are.
  public var hasFinalValues: Bool { body.dialect == .wire }

  /// Whether one mail goes to all recipients, so that no value may depend on a person.
  public var hasOneMailForAll: Bool { !envelope.isIndividual && !hasFinalValues }

  /// Whether everybody goes into one request: one mail for all, or what was one request already.
  public var isOneRequest: Bool { !envelope.isIndividual || hasFinalValues }

  /// Title and body as a request has them.
  ///
  /// With one mail for all the values are known and stand in the texts: what the service does with
  /// people's parameters then is not documented.
  var requestTexts: (title: [UInt8], body: [UInt8]) {
    guard hasOneMailForAll else { return (plan.wireTitle, plan.wireBody) }
    var problems: [ValueProblem] = []
    let values = mail(for: .nobody(parameters: parameterNames.count), problems: &problems).values
    return (
      LoweringPlan.substitute(plan.title, values), LoweringPlan.substitute(plan.body, values)
    )
  }

  /// The parameters to ask a list for.
  public var parameterNames: [String] { plan.parameters.map(\.name) }

  /// Where a use's placeholder stands.
  public func location(ofUse number: Int) -> Location {
    let use = plan.uses[number]
    let template = use.place == .title ? title : body
    return template.text.location(of: template.placeholders[use.placeholder].range)
  }

  // MARK: Recipients

  /// What a parameter is for one recipient.
  public enum Value: Sendable {
    /// Text.
    case text(ArraySlice<UInt8>)
    /// A blank cell: nothing, or white space and invisible characters alone.
    case empty(ArraySlice<UInt8>)
    /// No cell, no key, null.
    case missing
  }

  /// The value of a parameter: the row's, the row's own field, the envelope's.
  public func value(of parameter: Int, in row: Row) -> Value {
    let known = plan.parameters[parameter]
    guard let found = source(known, parameter, row) ?? known.shared.map({ $0[...] }) else {
      return .missing
    }
    return Blank.isBlank(found) ? .empty(found) : .text(found)
  }

  private func source(_ known: Parameter, _ index: Int, _ row: Row) -> ArraySlice<UInt8>? {
    guard envelope.isIndividual else { return nil }
    if let own = row.parameter(index) { return own }
    switch known.name {
    case "name": return row.name
    case "address": return row.address
    default: return nil
    }
  }

  /// One recipient's mail; slots without a usable value stay empty and are reported.
  public func mail(for row: Row, problems: inout [ValueProblem]) -> Mail {
    let found = plan.parameters.indices.map { value(of: $0, in: row) }
    var values: [[UInt8]] = []
    values.reserveCapacity(plan.slots.count)
    for (number, slot) in plan.slots.enumerated() {
      switch finished(slot, found[slot.parameter]) {
      case .success(let value): values.append(value)
      case .failure(let kind):
        problems.append(ValueProblem(kind: kind, slot: number))
        values.append([])
      }
    }
    if let slot = plan.titleSlotCompletingMark(values) {
      problems.append(ValueProblem(kind: .objection(.placeholderMark), slot: slot))
      values[slot] = []
    }
    return Mail(
      row: row.number, address: Array(row.address ?? []), name: row.name.map(Array.init),
      kind: RecipientKind(row.type ?? []) ?? .to, values: values)
  }

  private enum Finished {
    case success([UInt8])
    case failure(ValueProblem.Kind)
  }

  private func finished(_ slot: Slot, _ value: Value) -> Finished {
    let text: ArraySlice<UInt8>
    switch value {
    case .text(let found): text = found
    case .empty(let found) where slot.escaping == .final: text = found
    case .empty, .missing:
      if let fallback = slot.fallback {
        text = fallback[...]
      } else if plan.parameters[slot.parameter].isOptional {
        text = []
      } else if case .empty = value {
        return .failure(.empty)
      } else {
        return .failure(.missing)
      }
    }
    if let objection = objection(to: text, slot) { return .failure(.objection(objection)) }
    guard !slot.prefix.isEmpty else { return .success(slot.escaping.escaped(text)) }
    // A sign at the value's end could open a mark with the text behind it.
    if text.isEmpty { return .success(slot.escaping.escaped(slot.prefix)) }
    return .success(slot.prefix + slot.escaping.escaped(text))
  }

  private func objection(to text: ArraySlice<UInt8>, _ slot: Slot) -> ValueObjection? {
    if slot.isInTitle {
      let written = slot.prefix.isEmpty ? text : (slot.prefix + text)[...]
      if let objection = ValueObjection.inTitle(written) { return objection }
    }
    guard slot.escaping != .final else { return nil }
    if slot.isInPath, ValueObjection.isDotSegment(text) { return .dotSegment }
    return ValueObjection.inBody(text)
  }
}
