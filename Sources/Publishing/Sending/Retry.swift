/// Whether a refused call is tried again, and after how long.
///
/// Only what was surely not taken is: too many calls at once, and a signature that came too late.
struct Retry {
  /// How often a call waits because the service asked it to.
  static let limit = 8
  /// The longest wait between two calls in milliseconds, unless the service asks for more.
  static let longestPause = 60_000

  private let surroundings: Surroundings
  private var waits = 0
  private var hasSignedAgain = false

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Waits where it must.
  ///
  /// - Returns: whether to try again.
  mutating func admits(_ outcome: Outcome) -> Bool {
    guard case .refused(let refusal) = outcome, !surroundings.isInterrupted() else { return false }
    switch refusal.remedy {
    case .change, .connect: return false
    case .sign:
      guard !hasSignedAgain, !refusal.isLate(at: surroundings.now()) else { return false }
      hasSignedAgain = true
      return true
    case .wait:
      guard waits < Self.limit else { return false }
      surroundings.pause(refusal.pause ?? min(Self.longestPause, 1000 << waits))
      waits += 1
      return !surroundings.isInterrupted()
    }
  }
}

extension Outcome.Refusal {
  /// From how many milliseconds on the gateway takes a clock for wrong.
  public static let skewLimit = 300_000

  /// How many milliseconds this machine's clock is ahead of the service's, where that is known.
  public func skew(at now: Int) -> Int? { serverTime.map { now - $0 } }

  /// Whether this machine's clock is why a signature does not count.
  ///
  /// The service's time has whole seconds and was written a while ago.
  public func isLate(at now: Int) -> Bool {
    skew(at: now).map { abs($0) > Self.skewLimit - 5000 } ?? false
  }
}
