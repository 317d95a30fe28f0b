import JSONSyntax
import Mailing

/// How far the service is with a request; states by code, never by label, which is translated.
///
/// Sources: the pages getMailRequestStatus and sens-mail-request-get.
public struct RequestStatus: Sendable, Equatable {
  /// How many mails the request has.
  public let mails: Int
  /// How many of them nothing more will happen to.
  public let finished: Int
  /// How many mails are in each state.
  public let counts: [String: Int]

  /// Whether nothing more will happen.
  public var isFinished: Bool { finished >= mails && mails > 0 }

  /// Asks the service.
  ///
  /// - Throws: why it does not say.
  public init(
    _ id: String, _ gateway: Gateway, _ surroundings: Surroundings
  ) throws(LookupError) {
    let isSENS = gateway.credentials.profile.name == Profile.sens.name
    let place = Endpoint.encoded(id)
    let operation = isSENS ? "/requests/\(place)" : "/mails/requests/\(place)/status"
    let body = try Lookup.response(gateway, operation, [], surroundings)
    guard let value = try? JSONParser.parse(body), let status = RequestStatus(value) else {
      throw LookupError(.unknown(Outcome.Doubt(status: 200, error: ServiceError([]))))
    }
    self = status
  }

  private init?(_ value: JSONValue) {
    guard let mails = value.count("requestCount"),
      case .array(let states)? = value.member("countsByStatus")?.kind
    else { return nil }
    var counts: [String: Int] = [:]
    for state in states {
      let code = state.member("status")?.text("code") ?? state.text("status")
      guard let code, let count = state.count("count") else { return nil }
      counts[code, default: 0] += min(count, mails)
    }
    self.mails = mails
    finished = value.count("finishCount") ?? 0
    self.counts = counts
  }
}
