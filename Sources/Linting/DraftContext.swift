public import Composing
import Diagnostics
public import Mailing
public import Recipients
import Templating

/// What a check of the template sees.
public struct DraftContext: Sendable {
  /// The template.
  public let draft: Draft
  /// The services whose limits apply.
  public let profiles: [Profile]
  /// What is known about the body beyond its tokens.
  let body: BodyFacts
  /// The mail programs that the mail is to look right in.
  let clients: TargetClients
  /// Domains through which the project's own links lead to others.
  private let trackingDomains: Set<String>

  /// Reads a template for all checks at once.
  init(_ draft: Draft, _ options: LintOptions) {
    self.draft = draft
    profiles = options.profiles
    body = BodyFacts(draft)
    clients = options.clients
    trackingDomains = options.trackingDomains
  }

  /// Whether a host, in lower case, is the project's own way to count who follows a link.
  func isTracking(_ host: String) -> Bool {
    trackingDomains.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// The title and the body.
  var templates: [Template] { [draft.title, draft.body] }

  /// The smallest of a limit over the services that apply.
  func limit(_ path: any (KeyPath<Profile.Limits, Int> & Sendable)) -> Int {
    profiles.limit(path)
  }

  /// Calls back for everything wrong with the calls of filters.
  func forEachFilterProblem(_ body: (FilterProblem, Placeholder, Template) -> Void) {
    for template in templates {
      for placeholder in template.placeholders {
        for problem in FilterChain(placeholder.filters).problems {
          body(problem, placeholder, template)
        }
      }
    }
  }
}

/// What a check sees when the list, if there is one, has been read to its end.
public struct ListContext: Sendable {
  /// The template.
  public let draft: Draft
  /// The services whose limits apply.
  public let profiles: [Profile]
  /// What was counted on the way; nil without a list.
  public let people: PeopleFacts?
  /// Columns that are known to be unused.
  public let ignoredColumns: Set<String>
  /// The most bytes of a filled body that the project allows.
  let bodyBudget: Int?

  init(_ draft: Draft, _ options: LintOptions, people: PeopleFacts? = nil) {
    self.draft = draft
    profiles = options.profiles
    self.people = people
    ignoredColumns = options.ignoredColumns
    bodyBudget = options.bodyBudget
  }

  /// The smallest of a limit over the services that apply.
  func limit(_ path: any (KeyPath<Profile.Limits, Int> & Sendable)) -> Int {
    profiles.limit(path)
  }

  /// Whether a list, the envelope or the recipient's own fields supply a parameter.
  func isSupplied(_ parameter: String) -> Bool {
    draft.envelope.parameters.contains { $0.name == parameter }
      || people?.columns.contains(parameter) == true || parameter == "name"
      || parameter == "address"
  }

  /// Everything a placeholder could have meant.
  var suppliedNames: [String] {
    draft.envelope.parameters.map(\.name) + (people?.columns ?? [])
  }
}

/// What a check of one recipient's address sees.
public struct AddressContext {
  /// The template.
  public let draft: Draft
  /// The recipient as the list has them.
  public let row: Row
  /// What there is to say.
  public let verdict: AddressVerdict
  /// Whether the list holds the sample people.
  public let isSample: Bool

  /// The address as the list has it.
  var text: String { String(decoding: row.address ?? [], as: UTF8.self) }
}

/// What a check of one recipient sees.
public struct RowContext {
  /// The template.
  public let draft: Draft
  /// The services whose limits apply.
  public let profiles: [Profile]
  /// The recipient as the list has them.
  public let row: Row
  /// What keeps values from being written.
  public let problems: [ValueProblem]
}

extension [Profile] {
  /// The smallest of a limit over these services.
  func limit(_ path: any (KeyPath<Profile.Limits, Int> & Sendable)) -> Int {
    map { $0.limits[keyPath: path] }.min() ?? .max
  }
}
