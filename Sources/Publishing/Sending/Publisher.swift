import Composing
import Diagnostics
import Hashing
import Mailing

/// Sends the batches of a dispatch, each at most once, and writes down what becomes of them.
public struct Publisher<Storage: LedgerStorage> {
  private let dispatch: Dispatch
  private let gateway: Gateway
  private let surroundings: Surroundings
  private let plan: SendPlan
  private let send: LedgerEntry.Send
  private var ledger: Ledger<Storage>
  /// Batches that are sent, or of which nobody knows.
  private var known: [Int: LedgerHistory.Submission] = [:]

  /// What became of a batch that was to be sent.
  public enum Delivery: Sendable {
    /// The ledger knows it: sent before, or open.
    case known(LedgerHistory.Submission)
    /// A request left.
    case outcome(Outcome)
  }

  /// Begins or goes on with a send.
  ///
  /// - Parameters:
  ///   - dispatch: what is sent; a rehearsal only to this machine.
  ///   - plan: its batches.
  ///   - send: the send that is recorded in the ledger.
  ///   - gateway: the service.
  ///   - ledger: where everything is written down.
  ///   - surroundings: time and interruption.
  /// - Throws: that the dispatch must not go there, or is not what was begun.
  public init(
    _ dispatch: Dispatch, _ plan: SendPlan, _ send: LedgerEntry.Send, through gateway: Gateway,
    _ ledger: Ledger<Storage>, _ surroundings: Surroundings
  ) throws(PublishingError) {
    if case .rehearsal = dispatch.kind, !gateway.credentials.endpoint.isLoopback {
      throw PublishingError(
        Message(
          "what nobody has approved goes to a sandbox on this machine only",
          ko: "승인되지 않은 것은 이 컴퓨터의 샌드박스에만 보낼 수 있습니다"))
    }
    try plan.check(send, in: ledger.history)
    self.dispatch = dispatch
    self.plan = plan
    self.send = send
    self.gateway = gateway
    self.ledger = ledger
    self.surroundings = surroundings
    for submission in ledger.history.submissions(of: send) where submission.mayBeSent {
      known[submission.intent.batch] = submission
    }
  }

  /// What the ledger says by now.
  public var history: LedgerHistory { ledger.history }

  /// Sends a batch unless it was sent before.
  ///
  /// - Parameter batch: the next batch, which must be the planned one.
  /// - Returns: what became of it.
  /// - Throws: why nothing left, or why what became of it could not be written down.
  public mutating func deliver(_ batch: NumberedBatch) throws(PublishingError) -> Delivery {
    guard plan.holds(batch) else {
      throw PublishingError(
        Message(
          "the list changed while it was read: rows \(batch.batch.rows.lowerBound) to \(batch.batch.rows.upperBound) are not the approved ones; nothing of them was sent",
          ko:
            "읽는 동안 목록이 바뀌었습니다. \(batch.batch.rows.lowerBound)~\(batch.batch.rows.upperBound)행이 승인된 내용과 다르며, 이 행들은 보내지 않았습니다"
        ))
    }
    if let submission = known[batch.number] { return .known(submission) }
    let request = dispatch.head.request(for: batch.batch)
    let number = try ledger.begin(
      LedgerEntry.Intent(
        number: 0, time: surroundings.now(), send: send.number, batch: batch.number,
        rows: batch.batch.rows, digest: batch.digest.hex, recipients: batch.batch.recipients))
    var retry = Retry(surroundings)
    var outcome = gateway.submit(request)
    while retry.admits(outcome) { outcome = gateway.submit(request) }
    do throws(PublishingError) {
      try ledger.settle(number, result(outcome), time: surroundings.now())
    } catch {
      throw PublishingError(
        Message(
          "what became of request \(number) could not be written down: \(error.message.text(.english)); it counts as unknown until --resume looks it up",
          ko:
            "\(number)번 요청의 결과를 기록하지 못했습니다: \(error.message.text(.korean)) --resume으로 조회할 때까지 결과를 모르는 것으로 봅니다"
        ))
    }
    return .outcome(outcome)
  }

  /// The service counts mails, of which one for all says nothing about how many people it has.
  private func result(_ outcome: Outcome) -> LedgerEntry.Result {
    let result = LedgerEntry.Result(outcome)
    guard !dispatch.draft.envelope.isIndividual, case .accepted(let id, _) = result else {
      return result
    }
    return .accepted(requestID: id, count: nil)
  }
}
