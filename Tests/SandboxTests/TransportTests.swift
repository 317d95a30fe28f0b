import HTTPTransport
import Mailing
import Publishing
import Testing

@testable import Sandbox

/// The system's HTTP client against a server that answers whatever a test says.
@Suite struct TransportTests {
  private func gateway(
    _ origin: String, timeout: Double = 20
  ) throws -> Gateway {
    let credentials = try Credentials(
      .com,
      variables: [
        "NAVER_ACCESS_KEY": "key", "NAVER_SECRET_KEY": "secret",
        "NAVER_OUTBOUND_MAILER_API_ENDPOINT": origin + "/api/v1",
      ])
    return Gateway(credentials, over: URLSessionTransport(timeout: timeout)) { ServiceCalls.start }
  }

  private static func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .accepted(let receipt): "accepted \(receipt.requestID)"
    case .refused(let refusal): "refused \(refusal.status ?? 0) \(refusal.error.gatewayCode ?? "")"
    case .unknown(let doubt): "unknown \(doubt.status ?? 0)"
    }
  }

  @Test(arguments: [
    (201, "{\"requestId\":\"1\"}", "accepted 1"), (201, "<x/>", "unknown 201"),
    (201, "", "unknown 201"),
    (400, "{\"error\":{\"errorCode\":\"100\"}}", "refused 400 100"), (400, "", "refused 400 "),
    (401, "<error><errorCode>200</errorCode></error>", "refused 401 200"),
    (429, "{\"error\":{\"errorCode\":410}}", "refused 429 410"),
    (413, "\u{0}garbage", "refused 413 "),
    (302, "", "unknown 302"), (500, "garbage", "unknown 500"), (503, "", "unknown 503"),
    (504, "<error/>", "unknown 504"),
  ])
  func `an answer is what its status and body say`(status: Int, body: String, word: String) throws {
    let server = RunningServer { request, _ in
      var response = HTTPResponse(status, body: Array(body.utf8))
      response.headers.add("Location", "/elsewhere")
      response.headers.add("Set-Cookie", "a=b")
      return .response(response)
    }
    defer { server.stop() }
    #expect(Self.word(try gateway(server.origin).submit(Array("{}".utf8))) == word)
    #expect(server.requests.map(\.target) == ["/api/v1/mails"])
  }

  @Test(arguments: [
    "", "HTTP/1.1 201 Cre",
    "HTTP/1.1 201 Created\r\nContent-Length: 20\r\n\r\n{\"requestId\":\"1\"}",
    "nonsense\r\n\r\n", "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n{",
  ])
  func `half an answer is no answer, and the request is not repeated`(bytes: String) throws {
    let server = RunningServer { _, _ in bytes.isEmpty ? .hangUp : .bytes(Array(bytes.utf8)) }
    defer { server.stop() }
    let outcome = try gateway(server.origin).submit(Array("{}".utf8))
    #expect(Self.word(outcome).hasPrefix("unknown"), "\(outcome)")
    #expect(server.requests.count == 1)
  }

  /// HTTP clients repeat by themselves what they sent on a connection that had been used before.
  @Test func `a connection that breaks after others went well repeats nothing`() throws {
    let server = RunningServer { _, count in
      count.isMultiple(of: 2)
        ? .response(HTTPResponse(201, body: Array("{\"requestId\":\"1\"}".utf8))) : .hangUp
    }
    defer { server.stop() }
    let gateway = try gateway(server.origin)
    let words = (0..<6).map { _ in Self.word(gateway.submit(Array("{}".utf8))) }
    #expect(
      words == ["accepted 1", "unknown 0", "accepted 1", "unknown 0", "accepted 1", "unknown 0"])
    #expect(server.requests.count == 6)
  }

  @Test func `silence is unknown once the client's patience ends`() throws {
    let server = RunningServer { _, _ in .silence }
    defer { server.stop() }
    #expect(Self.word(try gateway(server.origin, timeout: 1).submit([])) == "unknown 0")
    #expect(server.requests.count == 1)
  }

  @Test func `where nobody listens nothing was sent`() throws {
    #expect(
      Self.word(try gateway("http://127.0.0.1:\(try Self.freedPort())").submit([])) == "refused 0 ")
  }

  /// A port that was just given back.
  private static func freedPort() throws -> UInt16 {
    try HTTPServer(port: 0, milliseconds: { 0 }) { _ in .hangUp }.port
  }

  @Test func `path, query and headers arrive as they were signed`() throws {
    let server = RunningServer { _, _ in .response(HTTPResponse(200)) }
    defer { server.stop() }
    let body = Array("{\"a\":\"등급\"}".utf8)
    let query = [("title", "등급 100%&=+/:~"), ("empty", "")]
    let response = try gateway(server.origin).call("POST", "/mails/a:b", query: query, body: body)
    #expect(response.status == 200)
    let request = try #require(server.requests.first)
    #expect(
      request.target
        == "/api/v1/mails/a:b?title=%EB%93%B1%EA%B8%89%20100%25%26%3D%2B%2F%3A~&empty=")
    #expect(request.body == body && request.headers["Content-Type"] == "application/json")
    #expect(throws: Never.self) {
      try SignatureCheck([ServiceCalls.keys]).check(request, now: ServiceCalls.start)
    }
  }

  @Test func `a body of megabytes goes both ways`() throws {
    let server = RunningServer { request, _ in .response(HTTPResponse(200, body: request.body)) }
    defer { server.stop() }
    let body = (0..<(8 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try gateway(server.origin).call("POST", "/mails", body: body).body == body)
  }
}
