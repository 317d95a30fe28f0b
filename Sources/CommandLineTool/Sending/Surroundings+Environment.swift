import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Surroundings {
  /// How long a wait goes on before it looks whether somebody wants to stop, in milliseconds.
  private static let slice = 100

  /// The real ones: the run's clock, and waits that an interruption ends.
  init(_ environment: Environment) {
    self.init(
      now: environment.clock,
      pause: { milliseconds in
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while ContinuousClock.now < end, !Interruption.isPending {
          usleep(UInt32(Self.slice * 1000))
        }
      }, isInterrupted: { Interruption.isPending })
  }
}
