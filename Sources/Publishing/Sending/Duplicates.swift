import Composing

/// Looks in the service's own list for what is about to be sent, or was perhaps sent.
public struct Duplicates: Sendable {
  private let title: WireTitle
  private let items: [RequestList.Item]

  /// How far back the list is looked at before a send, in milliseconds.
  public static let window = 48 * 3_600_000
  /// How far the service's clock may be from this one, in milliseconds.
  public static let tolerance = 600_000

  /// Prepares to look.
  ///
  /// - Parameters:
  ///   - dispatch: what is sent.
  ///   - list: the service's list.
  ///   - ids: requests that the ledger has settled.
  public init(of dispatch: Dispatch, in list: RequestList, except ids: Set<String>) {
    title = WireTitle(dispatch.head.title)
    items = list.items.filter { !ids.contains($0.id) }
  }

  /// Requests with the same title that can have gone to people who are about to be sent to.
  ///
  /// Of how many people does not tell: whoever sent them may have cut the list otherwise. But programs
  /// send single mails all day, which count where a single mail is about to leave; and tests are
  /// no mails to customers.
  public func hits(_ batches: some Sequence<SendPlan.Entry>) -> [RequestList.Item] {
    let counts = Set(batches.map(\.recipients))
    return items.filter { item in
      title.matches(item.title) && !item.title.hasPrefix(TestMessage.mark)
        && (item.counts.isEmpty || item.counts.contains { $0 > 1 || counts.contains($0) })
    }
  }

  /// The ids of requests that can be those of a send whose ids the ledger does not have: of which
  /// nobody knows, or only that they were taken.
  public func ids(
    of submissions: [LedgerHistory.Submission], _ plan: SendPlan
  ) -> Set<String> {
    var ids: Set<String> = []
    for submission in submissions
    where submission.requestID == nil && submission.mayBeSent {
      let entry = plan.entries.first { $0.number == submission.intent.batch }
      if let entry { ids.formUnion(candidates(for: entry).map(\.id)) }
    }
    return ids
  }

  /// The requests that a batch of which nobody knows can have become.
  public func candidates(for batch: SendPlan.Entry) -> [RequestList.Item] {
    let alike = items.filter { item in
      title.matches(item.title) && item.counts.contains(batch.recipients)
    }
    let same = alike.filter { $0.address?.lowercased() == batch.address.lowercased() }
    if !same.isEmpty { return same }
    // An address that is shown whole and is another one speaks against it.
    return alike.filter { item in
      guard let address = item.address else { return true }
      return address.contains("*") || !address.contains("@") || address.contains(" ")
    }
  }
}
