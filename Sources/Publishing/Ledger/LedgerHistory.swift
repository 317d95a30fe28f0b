import Diagnostics

/// What a ledger's lines add up to.
public struct LedgerHistory: Sendable, Equatable {
  /// A request with what is known of it.
  public struct Submission: Sendable, Equatable {
    /// The request.
    public let intent: LedgerEntry.Intent
    /// How it ended; nil while that was never written, which means that nobody knows.
    public internal(set) var result: LedgerEntry.Result?
    /// When that was written, in milliseconds since 1970.
    public internal(set) var settled: Int?

    /// Whether it must be looked up before anything is sent again.
    public var isOpen: Bool {
      switch result {
      case nil, .unknown: true
      case .accepted, .refused, .resolved: false
      }
    }

    /// Whether the service has it.
    public var isSent: Bool {
      switch result {
      case .accepted, .resolved(isSent: true, _): true
      case nil, .unknown, .refused, .resolved(isSent: false, _): false
      }
    }

    /// Whether its people have the mail, or perhaps have it: then it is not sent again by itself.
    public var mayBeSent: Bool { isSent || isOpen }

    /// What the service calls it, where that is known.
    public var requestID: String? {
      switch result {
      case .accepted(let id, _): id
      case .resolved(_, let id): id
      case nil, .unknown, .refused: nil
      }
    }

    /// How many people the service left out by its own count.
    public var shortfall: Int {
      guard case .accepted(_, let count?) = result else { return 0 }
      return max(0, intent.recipients - count)
    }
  }

  /// Everything that was ever begun, in order.
  public private(set) var sends: [LedgerEntry.Send] = []
  /// All requests, in the order in which they left.
  public private(set) var submissions: [Submission] = []

  /// An empty history.
  public init() {}

  /// Reads a ledger.
  ///
  /// An entry without its line feed counts: an editor took that away. Less is left of a write that
  /// was cut short, before which nothing left.
  ///
  /// - Parameter bytes: all of it.
  /// - Throws: the first line that makes no sense.
  public init(_ bytes: [UInt8]) throws(PublishingError) {
    var start = 0
    var line = 1
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = feed ?? bytes.count
      let entry = LedgerLine.entry(Array(bytes[start..<end]))
      if feed == nil, entry == nil, LedgerLine.isTorn(bytes[start...]) { return }
      guard let entry, accepts(entry) else {
        throw PublishingError(
          Message(
            "line \(line) of the ledger is damaged or does not follow from those before it",
            ko: "장부의 \(line)행이 손상되었거나 앞의 내용과 맞지 않습니다"))
      }
      add(entry)
      start = end + 1
      line += 1
    }
  }

  /// The number of the next request.
  public var nextNumber: Int { submissions.count + 1 }

  /// Requests that must be looked up before anything is sent again.
  public var open: [Submission] { submissions.filter(\.isOpen) }

  /// The requests of a send.
  public func submissions(of send: LedgerEntry.Send) -> [Submission] {
    submissions.filter { $0.intent.send == send.number }
  }

  /// The last send to a list.
  public var lastSend: LedgerEntry.Send? { sends.last { $0.purpose == .list } }

  /// How many people were sent something since a time, as the service's quota counts: those of
  /// whom nobody knows too.
  public func recipients(since time: Int) -> Int {
    submissions.reduce(0) { sum, submission in
      let isCounted =
        submission.intent.time >= time && submission.mayBeSent
        && sends[submission.intent.send - 1].purpose == .list
      return sum + (isCounted ? submission.intent.recipients : 0)
    }
  }

  /// Takes somebody's word for what became of a request, without writing it down.
  ///
  /// - Returns: false if that is known already.
  public mutating func resolve(_ number: Int, isSent: Bool, time: Int) -> Bool {
    let entry = LedgerEntry.settlement(
      LedgerEntry.Settlement(
        number: number, time: time, result: .resolved(isSent: isSent, requestID: nil)))
    guard accepts(entry) else { return false }
    add(entry)
    return true
  }

  /// Whether an entry can follow from what is there.
  func accepts(_ entry: LedgerEntry) -> Bool {
    switch entry {
    case .send(let send): return send.number == sends.count + 1
    case .intent(let intent):
      return intent.number == nextNumber && (1...max(1, sends.count)).contains(intent.send)
        && !sends.isEmpty
    case .settlement(let settlement):
      let index = settlement.number &- 1
      guard submissions.indices.contains(index), submissions[index].isOpen else { return false }
      if case .resolved = settlement.result { return true }
      return submissions[index].result == nil
    }
  }

  /// Takes one more entry, which it must accept.
  mutating func add(_ entry: LedgerEntry) {
    switch entry {
    case .send(let send): sends.append(send)
    case .intent(let intent): submissions.append(Submission(intent: intent, result: nil))
    case .settlement(let settlement):
      submissions[settlement.number - 1].result = settlement.result
      submissions[settlement.number - 1].settled = settlement.time
    }
  }
}
