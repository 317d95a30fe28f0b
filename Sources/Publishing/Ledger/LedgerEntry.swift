/// One line of a ledger.
public enum LedgerEntry: Sendable, Equatable {
  /// A request is about to leave.
  case intent(Intent)
  /// What became of it.
  case settlement(Settlement)

  /// A request that is about to leave.
  public struct Intent: Sendable, Equatable {
    /// The request's number in the ledger, from 1.
    public var number: Int
    /// Milliseconds since 1970.
    public var time: Int
    /// The service's profile.
    public var profile: String
    /// The SHA-256 of the request's body in hexadecimal digits.
    public var digest: String
    /// How many people it is for.
    public var recipients: Int

    /// Describes a request.
    public init(number: Int, time: Int, profile: String, digest: String, recipients: Int) {
      self.number = number
      self.time = time
      self.profile = profile
      self.digest = digest
      self.recipients = recipients
    }
  }

  /// What became of a request.
  public struct Settlement: Sendable, Equatable {
    /// The request's number in the ledger.
    public var number: Int
    /// Milliseconds since 1970.
    public var time: Int
    /// How it ended.
    public var result: Result

    /// Describes an end.
    public init(number: Int, time: Int, result: Result) {
      self.number = number
      self.time = time
      self.result = result
    }
  }

  /// How a request ended.
  public enum Result: Sendable, Equatable {
    /// Taken, under the service's id.
    case accepted(requestID: String)
    /// Not taken; the status code, if there was a response, and the service's code.
    case refused(status: Int?, code: String?)
    /// Nobody knows; the status code, if there was a response.
    case unknown(status: Int?)
    /// Someone looked it up: it was taken, or not.
    case resolved(isSent: Bool)
  }
}

extension LedgerEntry.Result {
  /// What a ledger keeps of an outcome: never a text of the service, which may name people.
  public init(_ outcome: Outcome) {
    switch outcome {
    case .accepted(let receipt): self = .accepted(requestID: receipt.requestID)
    case .refused(let refusal):
      self = .refused(
        status: refusal.status, code: refusal.error.code ?? refusal.error.gatewayCode)
    case .unknown(let doubt): self = .unknown(status: doubt.status)
    }
  }
}
