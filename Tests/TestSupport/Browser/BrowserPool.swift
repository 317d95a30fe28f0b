import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Browsers that wait for the next test: to begin one takes longer than most tests do with it.
///
/// They end with the process.
final class BrowserPool: Sendable {
  static let shared = BrowserPool()

  private let waiting = Mutex<[Browser]>([])

  private init() {
    atexit {
      for browser in BrowserPool.shared.waiting.withLock({ $0 }) { browser.end() }
    }
  }

  /// A browser that nobody has.
  func take(isLogged: Bool) throws -> Browser {
    let found = waiting.withLock { waiting in
      waiting.firstIndex { $0.isLogged == isLogged }.map { waiting.remove(at: $0) }
    }
    return try found ?? Browser(isLogged: isLogged)
  }

  /// Takes one back for others.
  func give(back browser: Browser) { waiting.withLock { $0.append(browser) } }
}
