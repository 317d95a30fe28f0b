/// What a report says about a rule, apart from its findings.
public struct RuleNote: Sendable {
  /// The rule's name.
  public let name: String
  /// How much its findings matter.
  public let severity: Severity
  /// What it flags.
  public let summary: Message
  /// Why that matters.
  public let rationale: Message
  /// What to write instead.
  public let instead: Message
  /// The page where its reason can be read, if there is one.
  public let address: String?

  /// Collects what is to be said.
  public init(
    name: String, severity: Severity, summary: Message, rationale: Message, instead: Message,
    address: String? = nil
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.instead = instead
    self.address = address
  }
}
