#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals by which people end a run: the interrupt key, `kill`, a window that is closed.
enum StopSignals {
  static let all = [SIGINT, SIGTERM, SIGHUP]

  /// Lets them through: a thread that starts programs may have blocked them for itself, and they
  /// inherit that.
  static func unblock() {
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in all { sigaddset(&numbers, number) }
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }
}
