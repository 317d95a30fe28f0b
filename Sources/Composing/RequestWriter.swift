public import Mailing

/// Writes mails as the service's JSON, in as many requests as the batch limits ask for.
public struct RequestWriter: Sendable {
  private let head: RequestHead
  private var batches: BatchWriter

  /// Prepares the part that all requests share: sender, title, body, options.
  public init(_ draft: Draft, profile: Profile, limits: Batching.Limits = Batching.Limits()) {
    head = RequestHead(draft, profile: profile)
    batches = BatchWriter(draft, profile: profile, head: head, limits: limits)
  }

  /// Takes one more mail; returns the finished request when this mail did not fit in it.
  public mutating func add(_ mail: Mail) -> [UInt8]? { batches.add(mail).map(request) }

  /// The last request, or nil when no mail is waiting.
  public mutating func finish() -> [UInt8]? { batches.finish().map(request) }

  /// A request as a line of its own.
  private func request(_ batch: Batch) -> [UInt8] {
    head.request(for: batch) + [UInt8(ascii: "\n")]
  }
}
