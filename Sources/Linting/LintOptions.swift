public import Mailing

/// What a run of the linter is told beside the template.
public struct LintOptions: Sendable {
  /// The service; nil applies the stricter of all.
  public var profile: Profile?
  /// The list's name as reports show it; nil where there is none.
  public var list: String?
  /// Whether the list holds the sample people.
  public var isSample: Bool
  /// Columns that are known to be unused.
  public var ignoredColumns: Set<String>
  /// The mail programs that mails are to look right in.
  public var clients: TargetClients

  /// What the project says about the values of parameters, by name.
  public var constraints: [String: ValueConstraint]
  /// How much findings matter in the project.
  public var levels: RuleLevels
  /// The most bytes of a filled body that the project allows.
  public var bodyBudget: Int?
  /// Domains through which the project's own links lead to others.
  public var trackingDomains: Set<String>

  /// Collects what a run is told.
  public init(
    profile: Profile? = nil, list: String? = nil, isSample: Bool = false,
    ignoredColumns: Set<String> = [], constraints: [String: ValueConstraint] = [:],
    clients: TargetClients = .standard, levels: RuleLevels = RuleLevels(), bodyBudget: Int? = nil,
    trackingDomains: Set<String> = []
  ) {
    self.profile = profile
    self.list = list
    self.isSample = isSample
    self.ignoredColumns = ignoredColumns
    self.clients = clients
    self.constraints = constraints
    self.levels = levels
    self.bodyBudget = bodyBudget
    self.trackingDomains = trackingDomains
  }

  /// The services whose limits apply.
  var profiles: [Profile] { profile.map { [$0] } ?? Profile.all }
}
