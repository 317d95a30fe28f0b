/// How a run ended, as scripts see it.
public enum ExitStatus: Int32, Sendable {
  /// Clean, or done.
  case success = 0
  /// Findings at error level.
  case findings = 1
  /// Wrong use, unreadable input, or an environment that does not fit.
  case usage = 2
  /// Delivery failed, or nobody knows whether it did.
  case delivery = 3
  /// Interrupted.
  case interrupted = 130
}
