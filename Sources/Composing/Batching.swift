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
    /// How many people go in requests of their own before all others; nil for nobody.
    public var first: Int?

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
  private var total = 0

  /// Begins before the first person of a campaign.
  public init(_ draft: Draft, head: RequestHead, limits: Limits = Limits()) {
    self.init(limits: limits, head: head.lastingSize, isOneRequest: draft.isOneRequest)
  }

  /// Counts one more person, whose object has so many bytes but for escapes.
  ///
  /// - Returns: whether a new batch begins with them.
  public mutating func add(_ size: Int) -> Bool {
    let isFull = people == most || bytes + size + head > limits.bytes || total == limits.first
    let begins = isFull && !isOneRequest && people > 0
    if begins {
      number += 1
      people = 0
      bytes = 0
    }
    people += 1
    total += 1
    bytes += size + 1
    return begins
  }

  /// How many requests so many people need, as long as no request reaches its limit of bytes.
  public static func requests(for people: Int, of draft: Draft, _ limits: Limits) -> Int {
    guard !draft.isOneRequest else { return 1 }
    var batching = Batching(limits: limits, head: 0, isOneRequest: false)
    for _ in 0..<people { _ = batching.add(0) }
    return batching.number + 1
  }

  private init(limits: Limits, head: Int, isOneRequest: Bool) {
    self.limits = limits
    self.head = head
    self.isOneRequest = isOneRequest
  }

  /// The most people of the current batch: from the limit down to half of it, then again.
  private var most: Int { max(1, limits.recipients - number % max(1, limits.recipients / 2)) }
}
