import Publishing
import Synchronization

/// A transport that answers from a list, and keeps what it was given.
final class RecordedTransport: Transport {
  private let answers: Mutex<[Result<HTTPResponse, TransportFailure>]>
  private let log = Mutex<[(request: HTTPRequest, origin: String)]>([])

  init(_ answers: [Result<HTTPResponse, TransportFailure>]) { self.answers = Mutex(answers) }

  var requests: [(request: HTTPRequest, origin: String)] { log.withLock { $0 } }

  func response(
    to request: HTTPRequest, at origin: String
  ) throws(TransportFailure) -> HTTPResponse {
    log.withLock { $0.append((request, origin)) }
    let answer = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    guard let answer else { throw .notConnected("nothing left") }
    return try answer.get()
  }
}
