public import Composing
public import Diagnostics

/// One thing that can be wrong with a mail: its documentation, its tests and its check in one value.
public final class Rule: Sendable {
  /// The name in reports and settings; reads as "allow ⟨name⟩".
  public let name: String
  /// How much its findings matter unless a finding says otherwise.
  public let severity: Severity
  /// What it is about.
  public let group: Group
  /// What it flags.
  public let summary: Message
  /// Why that matters.
  public let rationale: Message
  /// What to write instead.
  public let instead: Message
  /// Where its reason is written down, the one to read first in front.
  public let sources: [Source]
  private let makeExamples: @Sendable () -> [RuleExample]
  /// The checks: one, or one of texts and one of values.
  public let checks: [Check]

  /// Cases that are flagged and cases that are not: its tests and its manual.
  ///
  /// They are made anew each time, because only the manual and tests ask for them.
  public var examples: [RuleExample] { makeExamples() }

  /// What a rule is about; `tmpl rules` sorts by it.
  public enum Group: String, Sendable, CaseIterable {
    /// Placeholders of the template.
    case placeholder
    /// Values of recipients.
    case value
    /// Characters that are not what they seem.
    case unicode
    /// Recipients and their addresses.
    case recipient
    /// The title.
    case title
    /// What the law asks of advertising mail.
    case advertising
    /// Addresses in the body.
    case link
    /// What spam filters count.
    case spam
    /// HTML syntax.
    case html
    /// What mail programs do not support.
    case client
    /// Images.
    case image
    /// What people need who do not see the mail as it was drawn.
    case accessibility
    /// Sizes and limits of the service.
    case size
    /// Files of the project.
    case tool
  }

  /// When a check runs and what it sees.
  public enum Check: Sendable {
    /// Once, on the template and the envelope alone.
    case draft(@Sendable (DraftContext, (Problem) -> Void) -> Void)
    /// For every recipient whose row has one of these traits; sightings of one rule and parameter
    /// become one finding.
    case row(RowTraits, @Sendable (RowContext, (Sighting) -> Void) -> Void)
    /// For every recipient about whose address there is something to say; one rule says it.
    case address(@Sendable (AddressContext, (Sighting) -> Void) -> Void)
    /// For every value that shows one of these kinds of bytes and was not flagged by a rule before;
    /// sightings of one rule and parameter become one finding.
    case value(CellClass, @Sendable (ValueContext, (Sighting) -> Void) -> Void)
    /// Once, after the whole list was seen, or without one.
    case list(@Sendable (ListContext, (Problem) -> Void) -> Void)
  }

  /// Describes a rule.
  init(
    _ name: String, _ severity: Severity, _ group: Group, summary: Message, rationale: Message,
    instead: Message, sources: [Source],
    examples: @escaping @Sendable @autoclosure () -> [RuleExample], check: Check,
    and other: Check? = nil
  ) {
    self.name = name
    self.severity = severity
    self.group = group
    self.summary = summary
    self.rationale = rationale
    self.instead = instead
    self.sources = sources
    makeExamples = examples
    checks = [check] + (other.map { [$0] } ?? [])
  }
}
