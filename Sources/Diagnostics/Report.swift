/// Everything one run found, ready for a reporter.
public struct Report: Sendable {
  /// What was looked at and how much of it.
  public struct Summary: Sendable {
    /// How many templates were checked.
    public var templates: Int
    /// How many people they were checked against.
    public var recipients: Int
    /// Whether those people were the sample people beside the templates.
    public var samples: Bool
    /// How many templates had no list to be checked against.
    public var unchecked = 0
    /// How many templates could not be checked at all.
    public var unread = 0
    /// The most warnings that the project allows; nil for any number.
    public var warningLimit: Int?

    /// Counts what was looked at.
    public init(templates: Int, recipients: Int, samples: Bool) {
      self.templates = templates
      self.recipients = recipients
      self.samples = samples
    }
  }

  /// The findings to show, sorted by place.
  public let findings: [Finding]
  /// What was looked at.
  public let summary: Summary
  /// What there is to say about the rules.
  public let rules: [RuleNote]
  /// How many findings are not shown.
  public let omitted: Int
  private let counts: [Severity: Int]

  /// Sorts the findings of a run.
  ///
  /// - Parameters:
  ///   - findings: all of them; all are counted.
  ///   - summary: what was looked at.
  ///   - rules: what there is to say about the rules.
  ///   - limit: how many findings to show at most, the gravest first.
  public init(
    findings: [Finding], summary: Summary, rules: [RuleNote] = [], limit: Int? = nil
  ) {
    let sorted = findings.sorted(by: Finding.precedes)
    counts = sorted.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 + $1.further }
    if let limit, limit < sorted.count {
      let gravest = Severity.allCases.sorted(by: >).flatMap { severity in
        sorted.filter { $0.severity == severity }
      }
      self.findings = gravest.prefix(limit).sorted(by: Finding.precedes)
    } else {
      self.findings = sorted
    }
    omitted = sorted.count - self.findings.count
    self.summary = summary
    self.rules = rules
  }

  /// How many findings have a severity, shown or not.
  public func count(_ severity: Severity) -> Int { counts[severity] ?? 0 }
}

extension Report {
  /// The severity that keeps the mail from being sent: errors, else warnings where they count too
  /// or are more than the project allows.
  public func stopping(isStrict: Bool) -> Severity? {
    if count(.error) > 0 { return .error }
    let allowed = isStrict ? 0 : summary.warningLimit ?? .max
    return count(.warning) > allowed ? .warning : nil
  }
}

/// A way to write a report; a new format is one new file and one line in `ReportFormat.all`.
public struct ReportFormat: Sendable {
  /// What `--format` calls it.
  public let name: String
  /// Whether programs read it, so that recipients' data is masked unless asked otherwise.
  public let isMachineReadable: Bool
  /// Writes the report.
  public let write: @Sendable (Report, ReportOptions) -> String

  /// Every format, in the order `--help` shows them.
  public static let all: [ReportFormat] = [.text, .json, .sarif, .github, .gitlab, .junit]
}

/// What a reader of a report asked for.
public struct ReportOptions: Sendable {
  /// The language of the sentences.
  public var language: Language
  /// How much of recipients' data to show.
  public var disclosure: Disclosure
  /// Whether to colour for a terminal.
  public var isColored: Bool
  /// Whether to print every finding in full instead of the first few of each rule.
  public var showsAll: Bool
  /// Whether warnings stop the mail as well.
  public var isStrict: Bool

  /// Collects the choices.
  public init(
    language: Language, disclosure: Disclosure, isColored: Bool = false, showsAll: Bool = false,
    isStrict: Bool = false
  ) {
    self.language = language
    self.disclosure = disclosure
    self.isColored = isColored
    self.showsAll = showsAll
    self.isStrict = isStrict
  }
}
