import Composing
import Diagnostics
import Hashing

/// Which batches a send has: what is looked at before the first of them leaves, and held against
/// each as it leaves.
public struct SendPlan: Sendable {
  /// A batch without its people.
  public struct Entry: Sendable {
    /// Which batch it is, from 1.
    public let number: Int
    /// The first and the last row of the list.
    public let rows: ClosedRange<Int>
    /// How many people.
    public let recipients: Int
    /// The digest of its people in hexadecimal digits.
    public let digest: String
    /// The address of the first of them.
    public let address: String
  }

  /// The batches in order.
  public private(set) var entries: [Entry] = []
  /// How many people there are.
  public private(set) var people = 0

  /// A plan without batches.
  public init() {}

  /// Adds the next batch.
  public mutating func add(_ batch: NumberedBatch) {
    entries.append(
      Entry(
        number: batch.number, rows: batch.batch.rows, recipients: batch.batch.recipients,
        digest: batch.digest.hex,
        address: String(decoding: batch.batch.address, as: UTF8.self)))
    people += batch.batch.recipients
  }

  /// Makes sure that what a send has in the service, or perhaps has, are batches of this plan.
  ///
  /// Only then a number stands for the same people as before.
  ///
  /// - Throws: that it is not so, and nobody can tell who got it.
  public func check(_ send: LedgerEntry.Send, in history: LedgerHistory) throws(PublishingError) {
    for submission in history.submissions(of: send) where submission.mayBeSent {
      let intent = submission.intent
      guard entries.indices.contains(intent.batch - 1),
        entries[intent.batch - 1].digest == intent.digest,
        entries[intent.batch - 1].recipients == intent.recipients
      else {
        throw PublishingError(
          Message(
            "request \(String(intent.number)) of the ledger is not what this send would have sent, so that nobody knows who got it: the ledger was changed, or another version of tmpl began; nothing was sent",
            ko:
              "장부의 \(String(intent.number))번 요청이 이 발송의 내용과 달라 누가 받았는지 알 수 없습니다. 장부가 바뀌었거나 다른 버전의 tmpl로 시작했습니다. 보내지 않았습니다"
          ))
      }
    }
  }

  /// The rows of the list as it is read now whose people the service has, or perhaps has.
  public func rows(
    of send: LedgerEntry.Send, in history: LedgerHistory
  ) -> [ClosedRange<Int>] {
    history.submissions(of: send).filter(\.mayBeSent).compactMap { submission in
      let index = submission.intent.batch - 1
      return entries.indices.contains(index) ? entries[index].rows : nil
    }
  }

  /// Whether a batch is the one that was planned.
  public func holds(_ batch: NumberedBatch) -> Bool {
    entries.indices.contains(batch.number - 1)
      && entries[batch.number - 1].digest == batch.digest.hex
  }
}
