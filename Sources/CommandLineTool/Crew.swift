import Dispatch

/// Works on the parts of something on all cores, and takes the results in the order of the parts.
struct Crew {
  /// How many cores there are.
  let size: Int

  /// One part and, once somebody has done it, its result.
  private final class Errand<Result: Sendable>: @unchecked Sendable {
    private let isDone = DispatchSemaphore(value: 0)
    // Written once before the signal and read once behind it.
    private var result: Result?

    func finish(_ result: Result) {
      self.result = result
      isDone.signal()
    }

    func wait() -> Result? {
      isDone.wait()
      return result
    }
  }

  /// Does all parts.
  ///
  /// Only `work` runs on other threads. A few parts at most wait at any time, so that memory does
  /// not depend on how many there are.
  ///
  /// - Parameters:
  ///   - next: the next piece of work, or nil after the last.
  ///   - take: takes the next result.
  /// - Throws: whatever `next` or `take` throws.
  func run<Result: Sendable, Problem: Error>(
    next: () throws(Problem) -> (@Sendable () -> Result)?,
    take: (Result) throws(Problem) -> Void
  ) throws(Problem) {
    var errands: [Errand<Result>] = []
    func takeFirst() throws(Problem) {
      if let result = errands.removeFirst().wait() { try take(result) }
    }
    while let work = try next() {
      let errand = Errand<Result>()
      errands.append(errand)
      if size == 1 {
        errand.finish(work())
      } else {
        DispatchQueue.global(qos: .userInitiated).async { errand.finish(work()) }
      }
      // Enough that nobody waits while a result is taken.
      if errands.count > 2 * size { try takeFirst() }
    }
    while !errands.isEmpty { try takeFirst() }
  }
}
