/// Carries one request to a service and brings its response back.
///
/// A transport sends each request once: it repeats nothing, follows no redirect, and signs nothing.
public protocol Transport: Sendable {
  /// Exchanges a request for a response, and waits for it.
  ///
  /// - Parameters:
  ///   - request: the request; its target goes on the wire byte for byte.
  ///   - origin: scheme, host and port of the service.
  /// - Returns: whatever the service answered.
  /// - Throws: how the exchange failed.
  func response(to request: HTTPRequest, at origin: String) throws(TransportFailure) -> HTTPResponse
}

/// How an exchange without a response failed; the texts are the system's.
public enum TransportFailure: Error, Sendable, Equatable {
  /// No connection came about, so that nothing was sent.
  case notConnected(String)
  /// The connection was lost or too slow, so that the service may have taken the request.
  case unanswered(String)
}
