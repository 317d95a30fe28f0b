import Publishing

extension HTTPResponse {
  /// The response as it goes on the wire.
  ///
  /// - Parameters:
  ///   - keepsAlive: whether another request may follow.
  ///   - isHead: whether the request asked for the head alone.
  /// - Returns: status line, headers, and body.
  func bytes(keepsAlive: Bool, isHead: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Status")\r\n"
    for field in headers.fields { head += "\(field.name): \(field.value)\r\n" }
    head += "Content-Length: \(body.count)\r\n"
    head += "Connection: \(keepsAlive ? "keep-alive" : "close")\r\n\r\n"
    return Array(head.utf8) + (isHead ? [] : body)
  }

  private static let reasons = [
    200: "OK", 201: "Created", 202: "Accepted", 302: "Found", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    408: "Request Timeout", 413: "Content Too Large", 415: "Unsupported Media Type",
    421: "Misdirected Request", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
    500: "Internal Server Error", 501: "Not Implemented", 503: "Service Unavailable",
    504: "Gateway Timeout", 505: "HTTP Version Not Supported",
  ]
}
