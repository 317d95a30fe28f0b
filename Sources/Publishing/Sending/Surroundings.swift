/// Time, and whether somebody wants to stop, as sending sees them.
public struct Surroundings: Sendable {
  /// Milliseconds since 1970.
  public let now: @Sendable () -> Int
  /// Waits so many milliseconds, or less when the run is interrupted.
  public let pause: @Sendable (Int) -> Void
  /// Whether somebody has asked to stop.
  public let isInterrupted: @Sendable () -> Bool

  /// Describes the surroundings.
  public init(
    now: @escaping @Sendable () -> Int, pause: @escaping @Sendable (Int) -> Void,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.now = now
    self.pause = pause
    self.isInterrupted = isInterrupted
  }
}
