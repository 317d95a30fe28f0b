import Mailing

/// Calls one service: signs each attempt anew and hands it to the transport.
public struct Gateway: Sendable {
  /// Keys and endpoint.
  public let credentials: Credentials
  private let transport: any Transport
  private let milliseconds: @Sendable () -> Int
  private let language: String

  /// Prepares calls.
  ///
  /// - Parameters:
  ///   - credentials: keys and endpoint.
  ///   - transport: what carries requests.
  ///   - language: the language of labels and messages, as `ko-KR`.
  ///   - milliseconds: the time since 1970.
  public init(
    _ credentials: Credentials, over transport: any Transport, language: String = "en-US",
    milliseconds: @escaping @Sendable () -> Int
  ) {
    self.credentials = credentials
    self.transport = transport
    self.language = language
    self.milliseconds = milliseconds
  }

  /// Submits a request for mails, once.
  ///
  /// - Parameter body: the service's JSON.
  /// - Returns: what became of it.
  public func submit(_ body: [UInt8]) -> Outcome {
    let operation = credentials.profile.name == Profile.sens.name ? "/requests" : "/mails"
    do throws(TransportFailure) {
      return Outcome(.success(try call("POST", operation, body: body)))
    } catch {
      return Outcome(.failure(error))
    }
  }

  /// Calls an operation, once.
  ///
  /// - Parameters:
  ///   - method: the HTTP method in capitals.
  ///   - operation: its path below the endpoint, in the form of the wire.
  ///   - query: names and values.
  ///   - body: what is sent along, or nothing.
  ///   - type: the body's type.
  /// - Returns: whatever the service answered.
  /// - Throws: how the exchange failed.
  public func call(
    _ method: String, _ operation: String, query: [(name: String, value: String)] = [],
    body: [UInt8] = [], type: String = "application/json"
  ) throws(TransportFailure) -> HTTPResponse {
    let target = credentials.endpoint.target(operation, query: query)
    var headers = credentials.keys.headers(
      method: method, target: target, milliseconds: milliseconds())
    headers.add("x-ncp-lang", language)
    headers.add("Accept", "application/json")
    if !body.isEmpty { headers.add("Content-Type", type) }
    let request = HTTPRequest(method, target, headers: headers, body: body)
    return try transport.response(to: request, at: credentials.endpoint.origin)
  }
}
