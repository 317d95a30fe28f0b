import Foundation
import Publishing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request on its way: collects the response, follows nowhere.
///
/// The session calls it on a queue of its own, and nobody reads before `finished` is signalled.
final class Exchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  /// No answer of the services comes near; more is cut off, and then says nothing.
  private static let sizeLimit = 16 << 20

  private let finished = DispatchSemaphore(value: 0)
  private var body: [UInt8] = []
  /// The response that asked for a name and password.
  private var denial: HTTPResponse?
  private var result: Result<HTTPResponse, TransportFailure> = .failure(.unanswered(""))

  /// Waits for the end.
  func wait() throws(TransportFailure) -> HTTPResponse {
    finished.wait()
    return try result.get()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    body += data
    if body.count > Self.sizeLimit { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  /// A service that asks for a name and password gets neither: without an answer of ours the client
  /// would wait for ever, or send the request once more.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    guard let response = challenge.failureResponse as? HTTPURLResponse else {
      completionHandler(.performDefaultHandling, nil)
      return
    }
    denial = self.response(response)
    completionHandler(.rejectProtectionSpace, nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    defer { finished.signal() }
    if let response = task.response as? HTTPURLResponse, error == nil {
      result = .success(self.response(response))
    } else if let denial {
      result = .success(denial)
    } else if let error {
      result = .failure(Self.failure(error))
    }
  }

  private func response(_ response: HTTPURLResponse) -> HTTPResponse {
    let fields = response.allHeaderFields.map { ("\($0.key)", "\($0.value)") }
    return HTTPResponse(response.statusCode, headers: HTTPHeaders(fields), body: body)
  }

  /// Only what is sure to come before the first byte counts as not connected.
  ///
  /// The codes for addresses do not: a response that is no HTTP has the one for unknown schemes.
  private static func failure(_ error: any Error) -> TransportFailure {
    let code = (error as? URLError)?.code
    // The system has no words of its own for this one.
    let reason = code == .timedOut ? "timed out" : error.localizedDescription
    switch code {
    case .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet,
      .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      return .notConnected(reason)
    default:
      return .unanswered(reason)
    }
  }
}
