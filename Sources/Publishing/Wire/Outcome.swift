import JSONSyntax

/// What became of a submitted request; only an accepted or a refused one is settled.
public enum Outcome: Sendable, Equatable {
  /// The service has taken it.
  case accepted(Receipt)
  /// It was not taken, so that it may be sent again where the refusal allows.
  case refused(Refusal)
  /// It may have been taken: it must be looked up before anything is sent again.
  case unknown(Doubt)

  /// The service's receipt.
  public struct Receipt: Sendable, Equatable {
    /// What the service calls the request.
    public let requestID: String
    /// How many mails it counted, where it says so.
    public let count: Int?
  }

  /// Why nothing was taken.
  public struct Refusal: Sendable, Equatable {
    /// Whether trying again can help.
    public enum Remedy: Sendable, Equatable {
      /// It cannot: something has to be changed first.
      case change
      /// After a while: too many requests at once.
      case wait
      /// Once, with a fresh timestamp and a clock that was looked at.
      case sign
      /// When the service can be reached.
      case connect
    }

    /// The status code; nil when no connection came about.
    public let status: Int?
    /// What the service says.
    public let error: ServiceError
    /// Whether trying again can help.
    public let remedy: Remedy
    /// How many milliseconds the service asks to wait, where it says so.
    public var pause: Int?
    /// The service's time in milliseconds since 1970, where it says so.
    public var serverTime: Int?
  }

  /// Why nobody knows.
  public struct Doubt: Sendable, Equatable {
    /// The status code; nil when there was no response.
    public let status: Int?
    /// What the service says.
    public let error: ServiceError
  }
}

extension Outcome {
  /// Judges how the exchange of a submission ended.
  public init(_ exchange: Result<HTTPResponse, TransportFailure>) {
    switch exchange {
    case .failure(.notConnected(let reason)):
      let error = ServiceError(message: reason)
      self = .refused(Refusal(status: nil, error: error, remedy: .connect))
    case .failure(.unanswered(let reason)):
      self = .unknown(Doubt(status: nil, error: ServiceError(message: reason)))
    case .success(let response):
      self = Self.judge(response)
    }
  }

  private static func judge(_ response: HTTPResponse) -> Outcome {
    if (200...202).contains(response.status), let receipt = Receipt(response.body) {
      return .accepted(receipt)
    }
    let error = ServiceError(response.body)
    guard let remedy = remedy(response.status, error) else {
      return .unknown(Doubt(status: response.status, error: error))
    }
    return .refused(
      Refusal(
        status: response.status, error: error, remedy: remedy,
        pause: response.headers["Retry-After"].flatMap { Int($0) }.map {
          max(0, min($0, 3600)) * 1000
        },
        serverTime: response.headers["Date"].flatMap { HTTPDate($0)?.milliseconds }))
  }

  /// What helps against a refusal; nil where the request may have been taken.
  ///
  /// A status without a documented meaning tells nothing: a success without a receipt, a redirect,
  /// a gateway's timeout. The service's own 77301 says that it has no place to put a request.
  private static func remedy(_ status: Int, _ error: ServiceError) -> Refusal.Remedy? {
    switch status {
    case 401: error.gatewayCode == "210" ? .change : .sign
    case 429: error.gatewayCode == "400" ? .change : .wait
    case 400, 403, 404, 405, 411, 413, 414, 415, 422, 431: .change
    case 500: error.code == "77301" ? .change : nil
    default: nil
    }
  }
}

extension Outcome.Receipt {
  /// Reads the body of a success of either service.
  init?(_ body: [UInt8]) {
    guard let value = try? JSONParser.parse(body), let id = value.text("requestId"), !id.isEmpty
    else { return nil }
    requestID = id
    count = value.count("count") ?? value.count("requestCount")
  }
}

extension ServiceError {
  /// An error of which there is nothing but a sentence.
  init(message: String) {
    self.init([])
    self.message = message
  }
}
