import HTTPTransport
import Mailing
import Publishing
import Synchronization
import Testing

@testable import Sandbox

/// What a client concludes from an answer is true of the service, whatever goes wrong.
@Suite struct FaultLawTests {
  /// The services at the other end of a transport, with or without a socket between.
  private final class Service: Transport {
    private let service: Mutex<MailService>

    init(_ faults: String) {
      let plan = FaultPlan(faults, seed: 4)
      service = Mutex(
        MailService(keys: [ServiceCalls.keys], faults: plan, milliseconds: { ServiceCalls.start }))
    }

    func reply(to request: HTTPRequest) -> Reply {
      service.withLock { $0.reply(to: request) } ?? .hangUp
    }

    func response(
      to request: HTTPRequest, at origin: String
    ) throws(TransportFailure) -> HTTPResponse {
      switch reply(to: request) {
      case .response(let response): return response
      case .bytes, .silence, .hangUp: throw .unanswered("no answer")
      }
    }

    /// The titles of what was taken.
    var taken: [String] {
      service.withLock { service in
        service.outbox.submissions.map { String(decoding: $0.content.title, as: UTF8.self) }
      }
    }
  }

  private static let faults =
    "throttle=0.15,timeout=0.15,drop-after-accept=0.15,error500=0.15,error504=0.15"

  private func credentials(_ profile: Profile, origin: String) throws -> Credentials {
    try Credentials(
      profile,
      variables: [
        "NAVER_ACCESS_KEY": "key", "NAVER_SECRET_KEY": "secret",
        "NAVER_OUTBOUND_MAILER_API_ENDPOINT": origin + "/api/v1-jpn",
        "NCLOUD_ACCESS_KEY": "key", "NCLOUD_SECRET_KEY": "secret",
        "NCLOUD_SENS_API_ENDPOINT": origin,
        "NCLOUD_SENS_MAIL_SERVICE_ID": "ncp:mail:kr:1:main",
      ])
  }

  private func request(_ title: String) -> [UInt8] {
    Array(
      """
      {"senderAddress":"a@shop.example.com","title":"\(title)","body":"b",\
      "recipients":[{"address":"k@example.com"}]}
      """.utf8)
  }

  @Test(arguments: Profile.all.map(\.name))
  func `accepted was taken, refused was not, and unknown is either`(name: String) throws {
    let service = Service(Self.faults)
    let profile = try #require(Profile.named(name))
    let gateway = Gateway(
      try credentials(profile, origin: "http://127.0.0.1:1"), over: service
    ) { ServiceCalls.start }
    var counts = [0, 0, 0]
    var taken: Set<String> = []
    for number in 0..<400 {
      let title = "t\(number)"
      let outcome = gateway.submit(request(title))
      let now = Set(service.taken)
      #expect(now.count == service.taken.count && now.isSuperset(of: taken))
      switch outcome {
      case .accepted(let receipt):
        counts[0] += 1
        #expect(now.contains(title) && receipt.count == 1)
      case .refused:
        counts[1] += 1
        #expect(!now.contains(title))
      case .unknown: counts[2] += now.contains(title) ? 1 : 0
      }
      taken = now
    }
    // Each kind of end must have come up, unknown ones that were taken above all.
    #expect(counts.allSatisfy { $0 > 20 }, "\(counts)")
  }

  @Test(arguments: Profile.all.map(\.name))
  func `the project's own client is understood over a socket`(name: String) throws {
    let service = Service("")
    let server = RunningServer { request, _ in service.reply(to: request) }
    defer { server.stop() }
    let profile = try #require(Profile.named(name))
    let gateway = Gateway(
      try credentials(profile, origin: server.origin), over: URLSessionTransport()
    ) { ServiceCalls.start }
    guard case .accepted(let receipt) = gateway.submit(request("hello")) else {
      Issue.record("not accepted")
      return
    }
    let path =
      name == "com"
      ? "/mails/requests/\(receipt.requestID)/status" : "/requests/\(receipt.requestID)"
    let status = try gateway.call("GET", path)
    #expect(status.status == 200 && status.member("requestId") == receipt.requestID)
    #expect(service.taken == ["hello"])
  }
}
