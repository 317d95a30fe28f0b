import Approving
public import Composing
public import Hashing

/// A batch with its place in a send.
public struct NumberedBatch: Sendable {
  /// Which batch it is, from 1.
  public let number: Int
  /// The digest of its people.
  public let digest: Digest
  /// Its people.
  public let batch: Batch
}

/// Cuts the mails of a dispatch into batches, always the same for the same people.
public struct Batcher: Sendable {
  private var writer: BatchWriter
  private var digester: PersonDigester
  private var number = 0
  private var people = SHA256()
  private var list = SHA256()

  /// Begins before the first person.
  public init(_ dispatch: Dispatch, limits: Batching.Limits) {
    writer = BatchWriter(
      dispatch.draft, profile: dispatch.profile, head: dispatch.head, limits: limits)
    digester = PersonDigester(dispatch.draft, profile: dispatch.profile)
  }

  /// Takes one more mail; returns the finished batch when this mail did not fit in it.
  public mutating func add(_ mail: Mail) -> NumberedBatch? {
    let finished = writer.add(mail).map { end($0) }
    let digest = digester.digest(of: PersonWriter.Person(mail))
    people.update(digest.bytes)
    list.update(digest.bytes)
    return finished
  }

  /// The last batch, or nil when no mail is waiting.
  public mutating func finish() -> NumberedBatch? { writer.finish().map { end($0) } }

  /// The digest of all people in their order, as approvals name it.
  public mutating func listDigest() -> Digest { list.finalize() }

  private mutating func end(_ batch: Batch) -> NumberedBatch {
    number += 1
    defer { people = SHA256() }
    return NumberedBatch(number: number, digest: people.finalize(), batch: batch)
  }
}
