public import Hashing

/// Who is on a list and what is inserted for them, in a few digests.
public struct ListSummary: Sendable, Hashable {
  /// People that follow each other: what goes into one request, or a few of them.
  public struct Block: Sendable, Hashable {
    /// The first and the last row.
    public let rows: ClosedRange<Int>
    /// The digest of the people's digests.
    public let digest: Digest
  }

  /// How many people.
  public let people: Int
  /// The digest of all people in their order.
  public let digest: Digest
  /// The sum of all people's digests, the same in any order.
  public let sum: Digest
  /// The blocks, at most `blockLimit`.
  public let blocks: [Block]

  /// The most blocks; of longer lists each stands for several requests.
  public static let blockLimit = 1024
}
