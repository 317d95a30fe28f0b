/// Looks up requests of which nobody knows what became.
public enum Reconciliation {
  /// The requests that the service's list shows, by their numbers in the ledger.
  ///
  /// One that it shows is sent. One that it does not show may still come, and two that fit cannot be
  /// told apart: then a person has to say.
  ///
  /// - Parameters:
  ///   - send: the send they belong to.
  ///   - history: what the ledger says.
  ///   - plan: the batches of that send.
  ///   - dispatch: what was sent.
  ///   - gateway: the service.
  ///   - surroundings: time and interruption.
  /// - Returns: the service's ids.
  /// - Throws: why the list cannot be had.
  public static func found(
    of send: LedgerEntry.Send, in history: LedgerHistory, _ plan: SendPlan, _ dispatch: Dispatch,
    through gateway: Gateway, _ surroundings: Surroundings
  ) throws(LookupError) -> [(number: Int, requestID: String)] {
    let open = history.submissions(of: send).filter(\.isOpen)
    guard let first = open.map(\.intent.time).min() else { return [] }
    let last = max(first, surroundings.now())
    let list = try RequestList(
      gateway, first - Duplicates.tolerance...last + Duplicates.tolerance,
      sender: dispatch.senderAddress, surroundings)
    var known = Set(history.submissions.compactMap(\.requestID))
    var found: [(number: Int, requestID: String)] = []
    for submission in open {
      guard let entry = plan.entries.first(where: { $0.number == submission.intent.batch }) else {
        continue
      }
      let duplicates = Duplicates(of: dispatch, in: list, except: known)
      let candidates = duplicates.candidates(for: entry)
      guard candidates.count == 1, let request = candidates.first else { continue }
      known.insert(request.id)
      found.append((submission.intent.number, request.id))
    }
    return found
  }
}
