import Publishing
import Synchronization

@testable import Sandbox

/// A mail service at the other end of a transport, without a socket between.
final class LocalService: Transport {
  static let start = 1_795_590_000_000

  private struct State {
    var service: MailService
    var calls: [String] = []
  }

  private let state: Mutex<State>

  init(_ faults: String = "", seed: UInt64 = 4) {
    let time = Box()
    let plan = FaultPlan(faults, seed: seed)
    let keys = AccessKeys(accessKey: "sandbox", secretKey: Secret("sandbox"))
    let service = MailService(
      keys: [keys], faults: plan, milliseconds: { time.value.withLock { $0 } })
    state = Mutex(State(service: service))
    clock = time
  }

  private final class Box: Sendable {
    let value = Mutex(LocalService.start)
  }

  private let clock: Box

  /// The time, which moves with each look at it.
  var now: Int {
    clock.value.withLock {
      $0 += 1
      return $0
    }
  }

  /// Lets time pass.
  func pass(_ milliseconds: Int) { clock.value.withLock { $0 += milliseconds } }

  func response(
    to request: HTTPRequest, at origin: String
  ) throws(TransportFailure) -> HTTPResponse {
    let reply = state.withLock { state in
      state.calls.append("\(request.method) \(request.target.prefix { $0 != "?" })")
      return state.service.reply(to: request)
    }
    switch reply {
    case .response(let response)?: return response
    case .bytes, .silence, .hangUp, nil: throw .unanswered("no answer")
    }
  }

  /// What it was asked.
  var calls: [String] { state.withLock { $0.calls } }

  /// The addresses of each submission that was taken.
  var taken: [[String]] {
    state.withLock { state in
      state.service.outbox.submissions.map { $0.content.recipients.map(\.address) }
    }
  }

  /// All that was taken.
  var contents: [Submission.Content] {
    state.withLock { state in state.service.outbox.submissions.map(\.content) }
  }

  /// The titles of what was taken.
  var titles: [String] {
    state.withLock { state in
      state.service.outbox.submissions.map { String(decoding: $0.content.title, as: UTF8.self) }
    }
  }
}
