/// A request as it goes on the wire.
public struct HTTPRequest: Sendable {
  /// The method in capitals.
  public var method: String
  /// Path and query, byte for byte.
  public var target: String
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body; empty for none.
  public var body: [UInt8]

  /// Makes a request.
  public init(
    _ method: String, _ target: String, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}

/// A response as it came from the wire.
public struct HTTPResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body.
  public var body: [UInt8]

  /// Makes a response.
  public init(_ status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
