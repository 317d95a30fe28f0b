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

  private let writer: PersonWriter
  private var batching: Batching
  private var json: [UInt8] = []
  private var hash = SHA256()
  private var sum = DigestSum()
  private var people = 0
  private var blocks: [ListSummary.Block] = []
  private var block: Block?
  /// How many batches make a block.
  private var span = 1

  /// Begins a list for a draft.
  public init(_ draft: Draft, profile: Profile, limits: Batching.Limits = Batching.Limits()) {
    writer = PersonWriter(draft, profile: profile)
    batching = Batching(draft, head: RequestHead(draft, profile: profile), limits: limits)
  }

  /// Counts one more person.
  ///
  /// - Returns: the digest of that person's part of a request.
  @discardableResult
  public mutating func add(_ mail: Mail) -> Digest {
    json.removeAll(keepingCapacity: true)
    writer.append(mail, to: &json)
    let digest = SHA256.hash(json)
    if batching.add(json.count), batching.number.isMultiple(of: span) { endBlock() }
    var current = block ?? Block(first: mail.row, last: mail.row)
    block = nil
    current.last = mail.row
    current.hash.update(digest.bytes)
    block = current
    hash.update(digest.bytes)
    sum.add(digest)
    people += 1
    return digest
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

/// The sum of digests as 256-bit numbers, which no order changes.
private struct DigestSum: Sendable {
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  mutating func add(_ digest: Digest) {
    var carry: UInt64 = 0
    for index in (0..<4).reversed() {
      let word = digest.bytes[index * 8..<index * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let (partial, first) = words[index].addingReportingOverflow(word)
      let (total, second) = partial.addingReportingOverflow(carry)
      words[index] = total
      carry = (first ? 1 : 0) + (second ? 1 : 0)
    }
  }

  var digest: Digest {
    var bytes: [UInt8] = []
    for index in 0..<4 {
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: words[index] >> shift))
      }
    }
    return SHA256.hash(bytes)
  }
}
