import Diagnostics

/// What a ledger's lines add up to.
public struct LedgerHistory: Sendable, Equatable {
  /// A request with what is known of it.
  public struct Submission: Sendable, Equatable {
    /// The request.
    public let intent: LedgerEntry.Intent
    /// How it ended; nil while that was never written, which means that nobody knows.
    public internal(set) var result: LedgerEntry.Result?

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
      case .accepted, .resolved(isSent: true): true
      case nil, .unknown, .refused, .resolved(isSent: false): false
      }
    }
  }

  /// All requests, in the order in which they left.
  public private(set) var submissions: [Submission] = []

  /// An empty history.
  public init() {}

  /// Reads a ledger.
  ///
  /// - Parameter bytes: whole lines; what stands behind the last line feed is not looked at.
  /// - Throws: the first line that makes no sense.
  public init(_ bytes: [UInt8]) throws(PublishingError) {
    var start = 0
    var line = 1
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      guard let entry = LedgerLine.entry(Array(bytes[start..<end])), add(entry) else {
        throw PublishingError(
          Message(
            "line \(line) of the ledger is damaged or does not follow from those before it",
            ko: "장부의 \(line)행이 손상되었거나 앞의 내용과 맞지 않습니다"))
      }
      start = end + 1
      line += 1
    }
  }

  /// The number of the next request.
  public var nextNumber: Int { submissions.count + 1 }

  /// Requests that must be looked up before anything is sent again.
  public var open: [Submission] { submissions.filter(\.isOpen) }

  /// Takes one more entry.
  ///
  /// - Parameter entry: what comes next.
  /// - Returns: false when it cannot follow from what is there.
  mutating func add(_ entry: LedgerEntry) -> Bool {
    switch entry {
    case .intent(let intent):
      guard intent.number == nextNumber else { return false }
      submissions.append(Submission(intent: intent, result: nil))
    case .settlement(let settlement):
      let index = settlement.number &- 1
      guard submissions.indices.contains(index), submissions[index].isOpen else { return false }
      if case .resolved = settlement.result {
      } else if submissions[index].result != nil {
        return false
      }
      submissions[index].result = settlement.result
    }
    return true
  }
}
