import Diagnostics

/// Says on a terminal how far work over a list is, once it takes more than a second.
final class Progress {
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(100)

  private let isShown: Bool
  private let list: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// Watches work over a list; shows nothing where standard error is no terminal.
  init(_ list: String, _ invocation: Invocation) {
    self.list = VisibleText.escaping(list)
    isShown =
      invocation.environment.isErrorTerminal && invocation.value(named: "--quiet") == nil
  }

  deinit {
    if last != nil { Console.draw("\r\u{1B}[K") }
  }

  /// Notes how many people were seen.
  func note(people: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > Self.patience, last.map({ now - $0 > Self.pause }) ?? true else { return }
    last = now
    Console.draw("\r\(list) · \(people.grouped) …\u{1B}[K")
  }
}
