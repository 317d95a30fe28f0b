import Composing
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

  /// Whether a batch is the one that was planned.
  public func holds(_ batch: NumberedBatch) -> Bool {
    entries.indices.contains(batch.number - 1)
      && entries[batch.number - 1].digest == batch.digest.hex
  }
}
