import Publishing
import Testing

@testable import Sandbox

@Suite struct MailServiceTests {
  private static let mail = """
    {"senderAddress":"a@shop.example.com","title":"Hi ${N}","body":"<p>${N} ${X} ${M}</p>",\
    "parameters":{"M":"all","N":"nobody"},"recipients":[\
    {"address":"kim@example.com","type":"R","parameters":{"N":"Kim ${X}"}},\
    {"address":"unsubscribed@example.com"},{"address":"smtp-error+1@example.com"}]}
    """

  @Test(arguments: [
    (0, "key", "secret", nil as String?, 201), (299_999, "key", "secret", nil, 201),
    (-299_999, "key", "secret", nil, 201), (300_000, "key", "secret", nil, 401),
    (-300_000, "key", "secret", nil, 401), (0, "other", "secret", nil, 401),
    (0, "key", "other", nil, 401), (0, "key", "secret", "/api/v1/mails?", 401),
  ])
  func `a signature counts for five minutes and one target`(
    shift: Int, key: String, secret: String, signed: String?, status: Int
  ) {
    let response = ServiceCalls().call(
      "POST", "/api/v1/mails", Self.mail,
      keys: AccessKeys(accessKey: key, secretKey: Secret(secret)), signed: signed, shift: shift)
    #expect(response?.status == status)
    guard status == 401 else { return }
    #expect(response?.member("error", "errorCode") == "200")
    #expect(response?.member("error", "details") == "Invalid authentication information.")
    #expect(response?.text.contains("secret") == false)
  }

  @Test(arguments: ["x-ncp-apigw-timestamp", "x-ncp-iam-access-key", "x-ncp-apigw-signature-v2"])
  func `a missing header is said to be missing`(name: String) {
    var headers = HTTPHeaders()
    for field in ServiceCalls.keys.headers(
      method: "GET", target: "/api/v1/mails/1", milliseconds: ServiceCalls.start
    ).fields
    where field.name != name {
      headers.add(field.name, field.value)
    }
    let response = ServiceCalls().send(HTTPRequest("GET", "/api/v1/mails/1", headers: headers))
    #expect(response?.status == 401)
    #expect(response?.member("error", "details") == "Authentication information are missing.")
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "x", "", "1e3"])
  func `a timestamp that is no time is refused`(timestamp: String) {
    var headers = HTTPHeaders([
      ("x-ncp-apigw-timestamp", timestamp), ("x-ncp-iam-access-key", "key"),
    ])
    headers.add(
      "x-ncp-apigw-signature-v2",
      ServiceCalls.keys.signature(method: "GET", target: "/api/v1/mails/1", timestamp: timestamp))
    #expect(
      ServiceCalls().send(HTTPRequest("GET", "/api/v1/mails/1", headers: headers))?.status == 401)
  }

  @Test(arguments: ["/api/v1", "/api/v1-sgn", "/api/v1-jpn"])
  func `mails are filled with values, once`(base: String) throws {
    let calls = ServiceCalls()
    let response = try #require(calls.call("POST", base + "/mails", Self.mail))
    #expect(response.status == 201 && response.member("count") == "3")
    let id = try #require(response.member("requestId"))
    let list = try #require(calls.call("GET", "\(base)/mails/requests/\(id)/mails?sort=id,desc"))
    #expect(list.member("content", "2", "title") == "Hi Kim ${X}")
    #expect(list.member("content", "0", "title") == "Hi nobody")
    let mail = try #require(list.member("content", "2", "mailId"))
    let detail = try #require(calls.call("GET", "\(base)/mails/\(mail)"))
    #expect(detail.member("body") == "<p>Kim ${X} ${X} all</p>")
    #expect(detail.member("requestId") == id)
  }

  @Test func `a request moves through its states`() throws {
    let calls = ServiceCalls()
    let id = try #require(calls.call("POST", "/api/v1/mails", Self.mail)?.member("requestId"))
    let sens = try #require(
      calls.call(
        "POST", ServiceCalls.sens + "/requests", Self.mail.replacing("\"R\"", with: "\"TO\""))?
        .member("requestId"))
    for (time, code, word) in [
      (0, "P", "PREPARING"), (999, "P", "PREPARING"), (1000, "R", "READY"), (2000, "I", "SENDING"),
    ] {
      calls.now = ServiceCalls.start + time
      let status = try #require(calls.call("GET", "/api/v1/mails/requests/\(id)/status"))
      #expect(status.member("countsByStatus", "0", "status", "code") == code)
      #expect(status.member("countsByStatus", "0", "count") == "3")
      #expect(status.member("finishCount") == "0")
      #expect(status.member("readyCompleted") == (code == "P" ? "false" : "true"))
      let other = try #require(calls.call("GET", "\(ServiceCalls.sens)/requests/\(sens)"))
      #expect(other.member("status") == word && other.headers["Retry-After"] == "1")
    }
    calls.now = ServiceCalls.start + 3000
    let status = try #require(
      calls.call(
        "GET", "/api/v1/mails/requests/\(id)/status",
        headers: HTTPHeaders([("x-ncp-lang", "ko-KR")])))
    #expect(status.member("finishCount") == "3" && status.member("sentCount") == "1")
    #expect(status.member("allSentSuccess") == "false")
    let codes = (0..<3).map { status.member("countsByStatus", "\($0)", "status", "code") }
    #expect(codes == ["S", "F", "U"])
    #expect(status.member("countsByStatus", "0", "status", "label") == "발송 성공")
    let other = try #require(calls.call("GET", "\(ServiceCalls.sens)/requests/\(sens)"))
    #expect(other.member("status") == "PARTIAL_FAILED" && other.headers["Retry-After"] == nil)
    #expect(other.member("countsByStatus", "1", "count") == "2")
  }

  @Test func `a reserved or parked request waits`() throws {
    let calls = ServiceCalls()
    let time = ServiceCalls.start + 3_600_000
    let reserved = Self.mail.replacing("\"title\"", with: "\"reservationUtc\":\(time),\"title\"")
    let parked = Self.mail.replacing("\"title\"", with: "\"confirmAndSend\":true,\"title\"")
    let ids = try [reserved, parked].map {
      try #require(calls.call("POST", "/api/v1/mails", $0)?.member("requestId"))
    }
    func codes() -> [String?] {
      ids.map {
        calls.call("GET", "/api/v1/mails/requests/\($0)/status")?
          .member("countsByStatus", "0", "status", "code")
      }
    }
    calls.now = time - 1
    #expect(codes() == ["R", "R"])
    calls.now = time + 3000
    #expect(codes() == ["S", "R"])
  }

  @Test func `lists are filtered, sorted and cut`() throws {
    let calls = ServiceCalls()
    for number in 0..<5 {
      calls.now += 1
      _ = calls.call("POST", "/api/v1/mails", Self.mail.replacing("Hi", with: "Hi \(number)"))
    }
    calls.now += 5000
    let base = "/api/v1/mails/requests?startUtc=0&endUtc=\(calls.now)"
    func titles(_ query: String) -> [String?] {
      let response = calls.call("GET", base + query)
      return (0..<5).map { response?.member("content", "\($0)", "title") }.filter { $0 != nil }
    }
    func titles(_ numbers: Int...) -> [String?] { numbers.map { "Hi \($0) ${N}" } }
    #expect(titles("&sort=createUtc,desc&size=2&page=1") == titles(2, 1))
    #expect(titles("&size=2&page=2") == titles(4))
    #expect(titles("&size=1000&page=2147483647") == [])
    #expect(titles("&title=i%203") == titles(3))
    #expect(titles("&sendStatus=PF").count == 5)
    #expect(titles("&sendStatus=P,S") == [])
    #expect(titles("&senderAddress=b@example.com") == [])
    #expect(titles("&recipientAddress=kim@example.com&dispatchType=API").count == 5)
    let range = "/api/v1/mails/requests?startDateTime=2026-11-25&endDateTime=2026-11-26%2000:00"
    #expect(calls.call("GET", range)?.member("totalElements") == "5")
    for wrong in [
      "&size=0", "&size=x", "&page=-1", "&sort=name", "&sort=createUtc,up", "&sendStatus=X",
    ] {
      let response = calls.call("GET", base + wrong)
      #expect(response?.status == 400 && response?.member("error", "code") == "77102", "\(wrong)")
    }
    for wrong in ["", "?startUtc=0", "?startUtc=2&endUtc=1", "?startDateTime=x&endUtc=1"] {
      #expect(calls.call("GET", "/api/v1/mails/requests" + wrong)?.status == 400, "\(wrong)")
    }
    let sens =
      ServiceCalls.sens
      + "/requests?fromDateTime=2026-11-25T00:00:00%2B09:00&toDateTime=2026-11-26T00:00:00Z"
    #expect(calls.call("GET", sens)?.member("totalElements") == "0")
    #expect(calls.call("GET", sens + "&status=READY,FAILED")?.status == 400)
  }

  @Test(arguments: [
    ("GET", "/api/v1/mails", 405, "77001"), ("PUT", "/api/v1/mails/requests", 405, "77001"),
    ("GET", "/api/v1/mails/20260101000000000999", 400, "77103"),
    ("GET", "/api/v1/mails/requests/1/status", 400, "77103"),
    ("GET", "/api/v1/mails/requests/1/mails", 400, "77103"),
    ("GET", "/api/v1/files/x", 400, "77103"), ("DELETE", "/api/v1/files/x", 400, "77103"),
  ])
  func `what is not there is said in the service's codes`(
    method: String, target: String, status: Int, code: String
  ) {
    let response = ServiceCalls().call(method, target)
    #expect(response?.status == status && response?.member("error", "code") == code)
  }

  @Test(arguments: ["/", "/mails/x", "/apis", "/mail/v1/x", "/%zz", "/%FF"])
  func `other paths are not the services'`(target: String) {
    #expect(ServiceCalls().call("GET", target) == nil)
  }

  @Test(arguments: [
    "/api/v2/mails", "/api/v1", "/api", "/api/v1/template", "/mail/v2/services/x", "/mail/v2",
    "/api/v1-xyz/mails",
  ])
  func `paths that no operation has are the gateway's to refuse`(target: String) {
    let response = ServiceCalls().call("POST", target)
    #expect(response?.status == 404 && response?.member("error", "errorCode") == "300")
    #expect(response?.headers["Date"] == "Wed, 25 Nov 2026 07:00:00 GMT")
  }

  @Test func `another SENS service is forbidden`() {
    let calls = ServiceCalls(serviceID: "ncp:mail:kr:1:main")
    #expect(calls.call("GET", ServiceCalls.sens + "/requests/x")?.status == 400)
    let other = calls.call("GET", "/mail/v2/services/ncp:mail:kr:2:main/requests/x")
    #expect(other?.status == 403 && other?.member("error", "errorCode") == "Forbidden")
  }

  @Test func `advertising mails get what the service adds`() throws {
    let calls = ServiceCalls()
    for (addition, title, end) in [
      ("", "(광고) Hi nobody", "수신거부 안내</p>"),
      (",\"useBasicUnsubscribeMsg\":false,\"unsubscribeMessage\":\"bye\"", "(광고) Hi nobody", "bye"),
    ] {
      let text = Self.mail.replacing(
        "\"parameters\":{\"M\"", with: "\"advertising\":true\(addition),\"parameters\":{\"M\"")
      #expect(calls.call("POST", "/api/v1/mails", text)?.status == 201)
      let submission = try #require(calls.accepted.last)
      #expect(String(decoding: submission.title(ofMail: 1), as: UTF8.self) == title)
      #expect(String(decoding: submission.body(ofMail: 1), as: UTF8.self).hasSuffix(end))
    }
  }
}
