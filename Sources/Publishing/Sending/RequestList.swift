import Diagnostics
import JSONSyntax
import Mailing

/// The service's own list of requests, which knows what a lost ledger or a lost answer does not.
///
/// Sources: the pages getMailRequestList and sens-mail-request-list.
public struct RequestList: Sendable {
  /// A request as the service lists it.
  public struct Item: Sendable, Equatable {
    /// What the service calls it.
    public let id: String
    /// Its title, as it was sent or filled.
    public let title: String
    /// Who sent it; nil where the service does not say.
    public let sender: String?
    /// How many mails, and how many people; the service may leave out one of them.
    public let counts: [Int]
    /// The address of one of its people, where the service shows one.
    public let address: String?
  }

  /// How many requests a page of the list has, and how many pages are read at most.
  private static let pageSize = 100
  private static let pageLimit = 200

  /// The requests, oldest first.
  public let items: [Item]

  /// Fetches the requests of a sender.
  ///
  /// - Parameters:
  ///   - gateway: the service.
  ///   - times: when they were made, in milliseconds since 1970.
  ///   - sender: the sender's address.
  ///   - surroundings: time and interruption.
  /// - Throws: why the list cannot be had.
  public init(
    _ gateway: Gateway, _ times: ClosedRange<Int>, sender: String, _ surroundings: Surroundings
  ) throws(LookupError) {
    var items: [Item] = []
    for page in 0..<Self.pageLimit {
      let query = Self.query(gateway.credentials.profile, times, sender, page)
      let response = try Lookup.response(gateway, Self.operation(gateway), query, surroundings)
      guard let value = try? JSONParser.parse(response),
        case .array(let content)? = value.member("content")?.kind
      else { throw LookupError(.unknown(Outcome.Doubt(status: 200, error: ServiceError([])))) }
      let read = content.compactMap { Item($0) }
      // One that cannot be read could be the one that is looked for.
      guard read.count == content.count else { break }
      items += read
      if content.isEmpty || value.isLastPage ?? (content.count < Self.pageSize) {
        self.items = items
        return
      }
    }
    throw LookupError(.unknown(Outcome.Doubt(status: 200, error: ServiceError([]))))
  }

  private static func operation(_ gateway: Gateway) -> String {
    gateway.credentials.profile.name == Profile.sens.name ? "/requests" : "/mails/requests"
  }

  private static func query(
    _ profile: Profile, _ times: ClosedRange<Int>, _ sender: String, _ page: Int
  ) -> [(name: String, value: String)] {
    guard profile.name == Profile.sens.name else {
      return [
        ("startUtc", String(times.lowerBound)), ("endUtc", String(times.upperBound)),
        ("senderAddress", sender), ("size", String(pageSize)), ("page", String(page)),
        ("sort", "createUtc,asc"),
      ]
    }
    // Whole minutes, and so up to the next one.
    return [
      ("fromDateTime", Reservation(milliseconds: times.lowerBound).iso8601),
      ("toDateTime", Reservation(milliseconds: times.upperBound + 60_000).iso8601),
      ("senderAddress", sender), ("pageSize", String(pageSize)), ("pageNo", String(page)),
      ("sort", "createDateTime,asc"),
    ]
  }
}

extension JSONValue {
  /// Whether a page says that none follows; a service may give less on one than it was asked for.
  fileprivate var isLastPage: Bool? {
    guard case .bool(let isLast)? = member("last")?.kind else { return nil }
    return isLast
  }
}

extension RequestList.Item {
  /// Reads an item of either service.
  init?(_ value: JSONValue) {
    guard let id = value.text("requestId"), !id.isEmpty else { return nil }
    self.id = id
    title = value.text("title") ?? ""
    sender = value.text("senderAddress")
    counts = ["requestCount", "recipientCount"].compactMap { value.count($0) }
    address = value.text("representativeRecipient")
  }
}
