/// One line of a ledger.
public enum LedgerEntry: Sendable, Equatable {
  /// Somebody begins to send something to a list.
  case send(Send)
  /// A request is about to leave.
  case intent(Intent)
  /// What became of it.
  case settlement(Settlement)

  /// What is sent to a list, in one request or many.
  public struct Send: Sendable, Equatable {
    /// Why it is sent.
    public enum Purpose: String, Sendable {
      /// To the people it was approved for.
      case list
      /// To colleagues, who look at it.
      case test
    }

    /// The number in the ledger, from 1.
    public var number: Int
    /// Milliseconds since 1970.
    public var time: Int
    /// Why it is sent.
    public var purpose: Purpose
    /// The service's profile.
    public var profile: String
    /// The content's digest in hexadecimal digits.
    public var content: String
    /// The list's digest in hexadecimal digits.
    public var list: String
    /// How many people are on the list.
    public var people: Int
    /// The most people of a request.
    public var batchRecipients: Int
    /// The most bytes of a request.
    public var batchBytes: Int
    /// How many people go before all others; nil for no such trial.
    public var first: Int?
    /// Why it was sent although something like it was sent before.
    public var reason: String?

    /// Describes a send.
    public init(
      number: Int, time: Int, purpose: Purpose, profile: String, content: String, list: String,
      people: Int, batchRecipients: Int, batchBytes: Int, first: Int? = nil, reason: String? = nil
    ) {
      self.number = number
      self.time = time
      self.purpose = purpose
      self.profile = profile
      self.content = content
      self.list = list
      self.people = people
      self.batchRecipients = batchRecipients
      self.batchBytes = batchBytes
      self.first = first
      self.reason = reason
    }
  }

  /// A request that is about to leave.
  public struct Intent: Sendable, Equatable {
    /// The request's number in the ledger, from 1.
    public var number: Int
    /// Milliseconds since 1970.
    public var time: Int
    /// The number of the send it belongs to.
    public var send: Int
    /// Which of that send's batches it carries, from 1.
    public var batch: Int
    /// The first and the last row of the list.
    public var rows: ClosedRange<Int>
    /// The digest of the batch's people in hexadecimal digits.
    public var digest: String
    /// How many people it is for.
    public var recipients: Int

    /// Describes a request.
    public init(
      number: Int, time: Int, send: Int, batch: Int, rows: ClosedRange<Int>, digest: String,
      recipients: Int
    ) {
      self.number = number
      self.time = time
      self.send = send
      self.batch = batch
      self.rows = rows
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
    /// Taken, under the service's id; how many mails it counted, where it says so.
    case accepted(requestID: String, count: Int?)
    /// Not taken; the status code, if there was a response, and the service's code.
    case refused(status: Int?, code: String?)
    /// Nobody knows; the status code, if there was a response.
    case unknown(status: Int?)
    /// It was looked up: taken, under the service's id where that was found, or not.
    case resolved(isSent: Bool, requestID: String?)
  }
}

extension LedgerEntry.Result {
  /// What a ledger keeps of an outcome: never a text of the service, which may name people.
  public init(_ outcome: Outcome) {
    switch outcome {
    case .accepted(let receipt):
      self = .accepted(requestID: receipt.requestID, count: receipt.count)
    case .refused(let refusal):
      self = .refused(
        status: refusal.status, code: refusal.error.code ?? refusal.error.gatewayCode)
    case .unknown(let doubt): self = .unknown(status: doubt.status)
    }
  }
}
