public import Publishing
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Carries requests through the system's own HTTP client.
public struct URLSessionTransport: Transport {
  private let timeout: Double

  /// Prepares exchanges.
  ///
  /// - Parameter timeout: how many seconds may pass without a byte.
  public init(timeout: Double = 60) {
    self.timeout = timeout
    Loopback.bypassProxies()
  }

  /// Exchanges a request for a response, and waits for it.
  ///
  /// Each exchange has a session, and so a connection, of its own: on a connection that was used
  /// before, HTTP clients send a request again by themselves when the connection breaks, and mails
  /// could leave twice.
  public func response(
    to request: HTTPRequest, at origin: String
  ) throws(TransportFailure) -> HTTPResponse {
    guard let url = URL(string: origin + request.target) else {
      throw .notConnected("not an address: \(origin)")
    }
    var outgoing = URLRequest(url: url, timeoutInterval: timeout)
    outgoing.httpMethod = request.method
    for field in request.headers.fields {
      outgoing.setValue(field.value, forHTTPHeaderField: field.name)
    }
    if !request.body.isEmpty { outgoing.httpBody = Data(request.body) }
    let exchange = Exchange()
    let session = URLSession(
      configuration: configuration(origin), delegate: exchange, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    session.dataTask(with: outgoing).resume()
    return try exchange.wait()
  }

  private func configuration(_ origin: String) -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    // Plain http leads to this machine alone, where no proxy stands between.
    if origin.hasPrefix("http://") { configuration.connectionProxyDictionary = [:] }
    configuration.timeoutIntervalForRequest = timeout
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    return configuration
  }
}
