import Mailing
import Publishing
import Testing

@Suite struct OutcomeTests {
  struct Case: Sendable {
    var status: Int
    var body: String
    var remedy: Outcome.Refusal.Remedy?

    init(_ status: Int, _ body: String, _ remedy: Outcome.Refusal.Remedy?) {
      self.status = status
      self.body = body
      self.remedy = remedy
    }
  }

  private static func gateway(_ code: String) -> String {
    "{\"error\":{\"errorCode\":\"\(code)\",\"message\":\"m\",\"details\":\"d\"}}"
  }

  /// The gateway's table and the service's, and what nobody documents.
  private static let cases = [
    Case(400, gateway("100"), .change), Case(400, "{\"error\":{\"code\":\"77102\"}}", .change),
    Case(401, gateway("200"), .sign), Case(401, gateway("210"), .change), Case(401, "", .sign),
    Case(403, "{\"error\":{\"code\":77202}}", .change), Case(404, gateway("300"), .change),
    Case(405, "", .change), Case(413, gateway("430"), .change), Case(415, "", .change),
    Case(429, gateway("400"), .change), Case(429, gateway("410"), .wait),
    Case(429, gateway("420"), .wait), Case(429, "<html>", .wait),
    Case(500, gateway("900"), nil), Case(500, "{\"error\":{\"code\":\"77301\"}}", .change),
    Case(500, "{\"error\":{\"code\":\"77302\"}}", nil), Case(500, "garbage", nil),
    Case(502, "", nil), Case(503, gateway("500"), nil), Case(504, gateway("510"), nil),
    Case(200, "", nil), Case(201, "{}", nil), Case(201, "{\"requestId\":\"\"}", nil),
    Case(201, "{\"requestId\":\"1", nil), Case(202, "<ok/>", nil), Case(204, "", nil),
    Case(302, "", nil), Case(100, "", nil), Case(408, "", nil), Case(409, "", nil),
    Case(418, "{\"requestId\":\"1\"}", nil),
  ]

  @Test(arguments: cases) func `a status is refused only where nothing can have been taken`(
    case: Case
  ) {
    let response = HTTPResponse(`case`.status, body: Array(`case`.body.utf8))
    switch Outcome(.success(response)) {
    case .accepted: Issue.record("accepted")
    case .refused(let refusal):
      #expect(refusal.remedy == `case`.remedy)
      #expect(refusal.status == `case`.status)
    case .unknown(let doubt):
      #expect(`case`.remedy == nil)
      #expect(doubt.status == `case`.status)
    }
  }

  @Test(arguments: [
    (201, "{\"requestId\":\"20181203000000000201\",\"count\":2}", 2 as Int?),
    (200, "{\"requestId\":20181203,\"count\":\"2\"}", 2),
    (202, "{\"requestId\":\"20260712-R-01\",\"requestCount\":2,\"createDateTime\":\"x\"}", 2),
    (201, "{\"requestId\":\"1\"}", nil),
  ])
  func `a receipt is read from either service`(status: Int, body: String, count: Int?) {
    guard
      case .accepted(let receipt) = Outcome(.success(HTTPResponse(status, body: Array(body.utf8))))
    else {
      Issue.record("not accepted")
      return
    }
    #expect(receipt.requestID.hasPrefix("2018") || status != 200)
    #expect(receipt.count == count)
  }

  @Test func `without a response it depends on whether anything was sent`() {
    guard case .refused(let refusal) = Outcome(.failure(.notConnected("no route"))),
      case .unknown(let doubt) = Outcome(.failure(.unanswered("timed out")))
    else {
      Issue.record("judged otherwise")
      return
    }
    #expect(refusal.remedy == .connect && refusal.status == nil)
    #expect(refusal.error.message == "no route" && doubt.error.message == "timed out")
  }

  @Test(arguments: [
    "{\"error\":{\"errorCode\":\"210\",\"message\":\"a<b&\",\"details\":\"d\"}}",
    "{\"error\":{\"errorCode\":210,\"message\":\"a<b&\",\"detail\":\"d\"}}",
    "{\"errorCode\":\"210\",\"message\":\"a<b&\",\"details\":\"d\"}",
    "\u{FEFF} <?xml version=\"1.0\"?><Result><error><errorCode>210</errorCode><message>a&lt;b&amp;</message><details>d</details></error></Result>",
  ])
  func `an error is read in any form`(body: String) {
    let error = ServiceError(Array(body.utf8))
    #expect(error.gatewayCode == "210" && error.code == nil)
    #expect(error.message == "a<b&" && error.details == "d")
  }

  @Test func `codes of services are told from those of the gateway`() {
    let both = ServiceError(
      Array("{\"error\":{\"code\":\"77102\",\"errorCode\":\"100\"}}".utf8))
    #expect(both.code == "77102" && both.gatewayCode == "100")
    let sens = ServiceError(
      Array("{\"error\":{\"errorCode\":\"InvalidParameter\",\"fieldErrors\":[]}}".utf8))
    #expect(sens.code == "InvalidParameter" && sens.gatewayCode == nil)
    let spring = ServiceError(
      Array("{\"status\":403,\"error\":\"Forbidden\",\"message\":\"no\"}".utf8))
    #expect(spring.code == "Forbidden" && spring.message == "no")
  }

  @Test(arguments: ["", " ", "{", "[]", "null", "\"x\"", "<", "<code>", "<code>x", "\u{0}"])
  func `garbage says nothing`(body: String) {
    #expect(ServiceError(Array(body.utf8)) == ServiceError([]))
  }

  @Test func `each attempt is signed anew`() throws {
    let times = [856_915_200_000, 1_789_174_800_000]
    let transport = RecordedTransport(times.map { _ in .success(HTTPResponse(429)) })
    let credentials = try Credentials(
      .com,
      variables: [
        "NAVER_ACCESS_KEY": "test-access-key", "NAVER_SECRET_KEY": "test-secret-key",
        "NAVER_OUTBOUND_MAILER_API_ENDPOINT": "https://mail.apigw.ntruss.com/api/v1",
      ])
    for time in times {
      _ = Gateway(credentials, over: transport) { time }.submit(Array("{}".utf8))
    }
    #expect(
      transport.requests.map { $0.request.headers["x-ncp-apigw-signature-v2"] } == [
        "F1YxxwEjDRZmNLxqqDFz53OpbvLrMCqEsv9tLxoBcWE=",
        "sUivhBVe0ZI9YKhZPcvrMaOmFgI67grJuG5OI+T9nrE=",
      ])
    #expect(transport.requests.allSatisfy { $0.request.target == "/api/v1/mails" })
    #expect(transport.requests.allSatisfy { $0.origin == "https://mail.apigw.ntruss.com" })
  }

  @Test func `a query is encoded once, before it is signed`() throws {
    let transport = RecordedTransport([.success(HTTPResponse(200))])
    let credentials = try Credentials(
      .sens,
      variables: [
        "NCLOUD_ACCESS_KEY": "a", "NCLOUD_SECRET_KEY": "s",
        "NCLOUD_SENS_MAIL_SERVICE_ID": "ncp:mail:kr:1:main",
      ])
    let query = [("fromDateTime", "2026-11-24T09:00:00+09:00"), ("title", "등급 100%&")]
    _ = try Gateway(credentials, over: transport) { 7 }.call("GET", "/requests", query: query)
    let request = try #require(transport.requests.first).request
    #expect(
      request.target
        == "/mail/v2/services/ncp:mail:kr:1:main/requests?fromDateTime=2026-11-24T09%3A00%3A00%2B09%3A00&title=%EB%93%B1%EA%B8%89%20100%25%26"
    )
    #expect(
      request.headers["x-ncp-apigw-signature-v2"]
        == credentials.keys.signature(method: "GET", target: request.target, timestamp: "7"))
  }
}
