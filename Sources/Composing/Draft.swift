public import Diagnostics
import JSONSyntax
public import Mailing
public import Markup
public import Recipients
public import Templating

/// A template with its envelope, understood as far as it can be; it promises nothing.
///
/// Previews take a draft. Everything that leaves the house needs a `Campaign`, which is a draft
/// that was found clean.
public final class Draft: Sendable {
  /// The template's name, as folders and commands use it.
  public let name: String
  /// Sender, title and options.
  public let envelope: Envelope
  /// The title's placeholders.
  public let title: Template
  /// The body's placeholders.
  public let body: Template
  /// The files that go along, in the order of the envelope.
  public let attachments: [Attachment]
  /// Tokens of the body and the context of each placeholder.
  public let markup: MarkupScan
  /// The body's comments to the linter.
  public let allowances: [AllowComment]
  /// What the service gets.
  public let plan: LoweringPlan
  /// The body as previews sanitize it.
  public let skeleton: Skeleton
  private let recipe: Recipe

  /// Parses, scans and lowers; never fails.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - envelope: sender, title and options; its title may be absent.
  ///   - body: the body's text.
  ///   - dialect: whether this is an author's template or a complete request.
  ///   - optionalParameters: parameters that may be missing or empty.
  ///   - attachments: the files that the envelope names; nil where nobody looked for them.
  public init(
    name: String, envelope: Envelope, body: SourceText, dialect: Template.Dialect,
    optionalParameters: Set<String> = [], attachments: [Attachment]? = nil
  ) {
    self.attachments =
      attachments
      ?? envelope.attachments.map { Attachment(path: $0.value.text, content: .absent) }
    self.name = name
    self.envelope = envelope
    let nothing = SourceText(SourceFile(path: envelope.file.path, bytes: []))
    title = Template(envelope.title ?? nothing, dialect: dialect)
    self.body = Template(body, dialect: dialect)
    markup = MarkupScan(of: self.body.masked, atoms: self.body.placeholders.map(\.range))
    allowances = AllowComment.all(in: self.body, markup)
    var shared: [String: [UInt8]] = [:]
    for parameter in envelope.parameters { shared[parameter.name] = parameter.value.value }
    plan = LoweringPlan(
      title: title, body: self.body, contexts: markup.contexts, shared: shared,
      optional: optionalParameters,
      omitted: allowances.filter(\.isApart).map(\.range))
    let markup = markup
    skeleton = Skeleton(self.body, of: plan) { markup.allowsElement(at: $0) }
    recipe = Recipe(plan, isIndividual: envelope.isIndividual)
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
    return (plan.title.substituting(values), plan.body.substituting(values))
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
    guard let found = source(known, parameter, row) ?? known.shared?[...] else {
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
    var values = WireValues(room: row.length * 2)
    compose(row, into: &values, problems: &problems)
    return Mail(
      row: row.number, address: Array(EmailAddress.bare(row.address ?? [])),
      name: row.name.map(Array.init),
      kind: row.kind, values: values)
  }

  /// One recipient's values, in memory that the recipient before left behind.
  public func compose(
    _ row: Row, into values: inout WireValues, problems: inout [ValueProblem]
  ) {
    recipe.compose(row, of: plan, into: &values, problems: &problems)
  }

  /// The sizes of one recipient's values, found without writing them.
  public func measure(
    _ row: Row, into sizes: inout ValueSizes, problems: inout [ValueProblem]
  ) {
    recipe.compose(row, of: plan, into: &sizes, problems: &problems)
  }
}

extension Row {
  /// How the mail is addressed to the recipient; what is no kind counts as `to` and is reported.
  public var kind: RecipientKind { type.flatMap { RecipientKind($0) } ?? .to }
}
