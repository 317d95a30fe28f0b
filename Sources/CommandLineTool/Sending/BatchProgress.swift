import Diagnostics

/// Says on a terminal which request is on its way.
final class BatchProgress {
  private let isShown: Bool
  private let batches: Int
  private var isDrawn = false

  init(_ batches: Int, _ invocation: Invocation) {
    self.batches = batches
    isShown =
      invocation.environment.isErrorTerminal && invocation.value(named: "--quiet") == nil
  }

  deinit {
    if isDrawn { Console.draw("\r\u{1B}[K") }
  }

  /// Notes that a batch is about to leave, behind so many people.
  func note(_ batch: Int, people: Int) {
    guard isShown else { return }
    isDrawn = true
    Console.draw("\r\(batch.grouped) / \(batches.grouped) · \(people.grouped) …\u{1B}[K")
  }
}
