/// Why something could not be asked of the service: how the call ended.
public struct LookupError: Error, Sendable {
  /// A refusal or a doubt.
  public let outcome: Outcome

  init(_ outcome: Outcome) { self.outcome = outcome }
}

/// Calls that send nobody anything; unlike a submission, they may be tried again whatever went wrong.
enum Lookup {
  /// How often a call is tried.
  private static let attempts = 3

  /// The body of a successful answer to a question.
  static func response(
    _ gateway: Gateway, _ operation: String, _ query: [(name: String, value: String)],
    _ surroundings: Surroundings
  ) throws(LookupError) -> [UInt8] {
    try response(surroundings) { () throws(TransportFailure) in
      try gateway.call("GET", operation, query: query)
    }
  }

  /// The body of a successful answer.
  static func response(
    _ surroundings: Surroundings, _ call: () throws(TransportFailure) -> HTTPResponse
  ) throws(LookupError) -> [UInt8] {
    var retry = Retry(surroundings)
    var attempt = 1
    while true {
      let outcome: Outcome
      do throws(TransportFailure) {
        let response = try call()
        if (200...201).contains(response.status) { return response.body }
        outcome = Outcome(.success(response))
      } catch {
        outcome = Outcome(.failure(error))
      }
      if retry.admits(outcome) { continue }
      guard case .unknown = outcome, attempt < attempts, !surroundings.isInterrupted() else {
        throw LookupError(outcome)
      }
      surroundings.pause(250 << attempt)
      attempt += 1
    }
  }
}
