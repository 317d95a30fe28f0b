/// Decides where one request ends and the next begins.
///
/// No two batches that follow each other take equally many people, so that the service's list of
/// requests tells them apart.
public struct Batching: Sendable {
  /// How much goes into one request.
  public struct Limits: Sendable {
    /// The most people.
    public var recipients = 10_000
    /// The most bytes, unless a single person needs more.
    public var bytes = 8 << 20

    /// The default bounds.
    public init() {}
  }

  private let limits: Limits
  private let head: Int
  private let isOneRequest: Bool
  /// The number of the current batch, from 0.
  public private(set) var number = 0
  private var people = 0
  private var bytes = 0

  /// Begins before the first person of a campaign.
  public init(_ draft: Draft, head: RequestHead, limits: Limits = Limits()) {
    self.limits = limits
    self.head = head.json.count
    isOneRequest = draft.isOneRequest
  }

  /// Counts one more person, whose object has so many bytes.
  ///
  /// - Returns: whether a new batch begins with them.
  public mutating func add(_ size: Int) -> Bool {
    let isFull = people == most || bytes + size + head > limits.bytes
    let begins = isFull && !isOneRequest && people > 0
    if begins {
      number += 1
      people = 0
      bytes = 0
    }
    people += 1
    bytes += size + 1
    return begins
  }

  /// The most people of the current batch: from the limit down to half of it, then again.
  private var most: Int { max(1, limits.recipients - number % max(1, limits.recipients / 2)) }
}
