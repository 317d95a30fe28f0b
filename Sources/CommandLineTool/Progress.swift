import Diagnostics

/// Says on a terminal how far work is; shows nothing where standard error is no terminal.
final class Progress {
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(100)

  private let isShown: Bool
  private let isSteady: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// Watches work.
  ///
  /// - Parameters:
  ///   - invocation: the run.
  ///   - isSteady: whether steps come thick and fast: then the first second shows nothing, and what
  ///     follows only the latest step. Otherwise each is shown, since the next may take long.
  init(_ invocation: Invocation, isSteady: Bool = true) {
    self.isSteady = isSteady
    isShown =
      invocation.environment.isErrorTerminal && invocation.value(named: "--quiet") == nil
  }

  deinit {
    if last != nil { Console.draw("\r\u{1B}[K") }
  }

  /// Notes how far the work is.
  func note(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if isSteady {
      guard now - start > Self.patience, last.map({ now - $0 > Self.pause }) ?? true else { return }
    }
    last = now
    Console.draw("\r\(VisibleText.escaping(text())) …\u{1B}[K")
  }
}
