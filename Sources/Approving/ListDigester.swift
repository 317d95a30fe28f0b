public import Composing
public import Hashing
public import Mailing

/// Reads the people of a campaign, one after the other, into the digests of their list.
public struct ListDigester: Sendable {
  private struct Block: Sendable {
    var first: Int
    var last: Int
    var hash = SHA256()
  }

  private let nobody: PersonDigests
  private var batching: Batching
  private var hash = SHA256()
  private var sum = DigestSum()
  private var people = 0
  private var blocks: [ListSummary.Block] = []
  private var block: Block?
  /// How many batches make a block.
  private var span = 1

  /// Begins a list for a draft.
  public init(_ draft: Draft, profile: Profile, limits: Batching.Limits = Batching.Limits()) {
    nobody = PersonDigests(draft, profile: profile)
    batching = Batching(draft, head: RequestHead(draft, profile: profile), limits: limits)
  }

  /// Counts one more person.
  ///
  /// - Returns: the digest of that person's part of a request.
  @discardableResult
  public mutating func add(_ mail: Mail) -> Digest {
    var one = nobody
    let digest = one.add(PersonWriter.Person(mail), row: mail.row)
    add(one)
    return digest
  }

  /// Counts the people that come next.
  public mutating func add(_ stretch: PersonDigests) {
    for person in stretch.people {
      if batching.add(person.size), batching.number.isMultiple(of: span) { endBlock() }
      if block == nil { block = Block(first: person.row, last: person.row) }
      block?.last = person.row
      block?.hash.update(person.digest.bytes)
      hash.update(person.digest.bytes)
    }
    sum.add(stretch.sum)
    people += stretch.people.count
  }

  /// What the list comes to.
  public mutating func finish() -> ListSummary {
    endBlock()
    return ListSummary(people: people, digest: hash.finalize(), sum: sum.digest, blocks: blocks)
  }

  private mutating func endBlock() {
    guard var ended = block else { return }
    block = nil
    blocks.append(ListSummary.Block(rows: ended.first...ended.last, digest: ended.hash.finalize()))
    if blocks.count == ListSummary.blockLimit { joinPairs() }
  }

  /// From here on each block is as long as two were.
  private mutating func joinPairs() {
    span *= 2
    blocks = stride(from: 0, to: blocks.count, by: 2).map { index in
      let (first, second) = (blocks[index], blocks[index + 1])
      return ListSummary.Block(
        rows: first.rows.lowerBound...second.rows.upperBound,
        digest: SHA256.hash(first.digest.bytes + second.digest.bytes))
    }
  }
}
