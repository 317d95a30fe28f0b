#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's clocks in milliseconds.
enum SandboxClock {
  /// The time of day, since 1970.
  static func now() -> Int { read(CLOCK_REALTIME) }

  /// A clock that never goes back.
  static func elapsed() -> Int { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
