public import Mailing

/// Writes mails as the people of requests, in as many batches as the limits ask for.
public struct BatchWriter: Sendable {
  private let writer: PersonWriter
  private var batching: Batching
  private var batch: Batch?
  private var person: [UInt8] = []

  /// Begins before the first person of a campaign.
  public init(
    _ draft: Draft, profile: Profile, head: RequestHead, limits: Batching.Limits = Batching.Limits()
  ) {
    writer = PersonWriter(draft, profile: profile)
    batching = Batching(draft, head: head, limits: limits)
  }

  /// Takes one more mail; returns the finished batch when this mail did not fit in it.
  public mutating func add(_ mail: Mail) -> Batch? {
    person.removeAll(keepingCapacity: true)
    let somebody = PersonWriter.Person(mail)
    writer.append(somebody, to: &person)
    let finished = batching.add(writer.size(of: somebody)) ? finish() : nil
    guard var current = batch else {
      batch = Batch(
        rows: mail.row...mail.row, recipients: 1, address: mail.address, people: person)
      return finished
    }
    // Taken out, so that its bytes have one owner and grow in place.
    batch = nil
    current.rows = current.rows.lowerBound...max(current.rows.upperBound, mail.row)
    current.recipients += 1
    current.people.append(UInt8(ascii: ","))
    current.people += person
    batch = current
    return finished
  }

  /// The last batch, or nil when no mail is waiting.
  public mutating func finish() -> Batch? {
    defer { batch = nil }
    return batch
  }
}
