public import Composing
import Diagnostics
import Mailing
public import Recipients
import Templating

/// A draft whose template and envelope were found clean: the only thing that becomes a request.
///
/// It holds no rows, so lists of any length stream through it.
public struct Campaign: Sendable {
  /// The clean draft.
  public let draft: Draft
  private let profiles: [Profile]
  private let sizes: FilledSizes
  private let inspector: ValueInspector
  private let titleLimit: Int
  private let bodyLimit: Int

  /// Takes a draft if nothing about it alone is an error.
  ///
  /// - Returns: nil when a rule about the template finds an error.
  public init?(_ draft: Draft, options: LintOptions) {
    guard Linter.errorCount(of: draft, options: options) == 0,
      draft.title.problems.isEmpty, draft.body.problems.isEmpty
    else { return nil }
    self.draft = draft
    profiles = options.profiles
    sizes = FilledSizes(draft)
    inspector = ValueInspector(draft, options.constraints)
    titleLimit = profiles.limit(\.titleBytes)
    bodyLimit = profiles.limit(\.bodyBytesRefused)
  }

  /// What becomes of one recipient.
  public enum Outcome: Sendable {
    /// A mail in wire form.
    case mail(Mail)
    /// No mail: the names of the rules that object.
    case rejected([String])
  }

  /// Makes one recipient's mail, or says which rules object.
  public func mail(for row: Row) -> Outcome {
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    var objections = problems.compactMap(\.listRule)
    if sizes.title(mail.values) > titleLimit { objections.append(Rule.titleTooLong.name) }
    if sizes.isBlankTitle(mail.values) { objections.append(Rule.emptyTitle.name) }
    if sizes.body(mail.values) > bodyLimit { objections.append(Rule.bodyTooLarge.name) }
    func reject(_ sighting: Sighting, of rule: Rule) {
      if sighting.severity ?? rule.severity == .error { objections.append(rule.name) }
    }
    if !AddressInspector.isAcceptable(row), let verdict = AddressVerdict(row.address ?? []) {
      let context = AddressContext(draft: draft, row: row, verdict: verdict, isSample: false)
      for rule in AddressRule.all { rule.check(context) { reject($0, of: rule.rule) } }
    }
    let context = RowContext(
      draft: draft, profiles: profiles, row: row, problems: problems)
    for rule in RowRule.all { rule.check(context) { reject($0, of: rule.rule) } }
    if row.problem == nil {
      var unseen: ColumnSample?
      for seen in inspector.inspect(row, problems, sample: &unseen) {
        reject(seen.sighting, of: Rule.all[seen.rule])
      }
    }
    return objections.isEmpty ? .mail(mail) : .rejected(objections)
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
