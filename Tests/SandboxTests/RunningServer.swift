import Foundation
import Publishing
import Synchronization

@testable import Sandbox

/// A server on a thread of its own, which remembers what it was asked.
final class RunningServer: Sendable {
  private struct State {
    var port: UInt16 = 0
    var isStopped = false
    var requests: [HTTPRequest] = []
  }

  private let state = Mutex(State())

  /// Starts to answer; a reply may depend on how many requests came before.
  init(_ reply: @escaping @Sendable (HTTPRequest, Int) -> Reply) {
    let isReady = DispatchSemaphore(value: 0)
    Thread.detachNewThread { [self] in
      let server = try? HTTPServer(port: 0, milliseconds: SandboxClock.elapsed) { request in
        reply(
          request,
          self.state.withLock {
            $0.requests.append(request)
            return $0.requests.count - 1
          })
      }
      state.withLock { $0.port = server?.port ?? 0 }
      isReady.signal()
      while !state.withLock({ $0.isStopped }) { server?.turn(wait: 5) }
    }
    isReady.wait()
  }

  /// Where it answers.
  var origin: String { "http://127.0.0.1:\(state.withLock { $0.port })" }

  /// What it was asked.
  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  func stop() { state.withLock { $0.isStopped = true } }
}
