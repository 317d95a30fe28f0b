import Diagnostics
import Mailing
import Publishing

/// Where `tmpl sandbox` answers on this machine.
struct SandboxAddress {
  /// The port it listens on unless another is named.
  static let defaultPort = 8025
  /// The keys that every sandbox takes: both halves.
  static let key = "sandbox"
  /// The id of a SENS service where none is set.
  static let serviceID = "ncp:mail:kr:1:main"

  private let origin: String

  init(_ invocation: Invocation) throws(Failure) {
    let port = try invocation.number(.port, orElse: Self.defaultPort)
    guard let port = UInt16(exactly: port), port > 0 else {
      throw Failure(
        Message("'--port' takes 1 to 65535", ko: "'--port' 값은 1부터 65535까지입니다"))
    }
    origin = "http://127.0.0.1:\(port)"
  }

  /// That nothing leaves.
  var banner: Message {
    Message(
      "sandbox: nothing leaves this machine; the mails are shown at \(origin)/",
      ko: "샌드박스: 아무것도 밖으로 나가지 않습니다. 메일은 \(origin)/ 에서 볼 수 있습니다")
  }

  /// What credentials are made of: never keys of the environment, never another host.
  func variables(_ known: [String: String]) -> [String: String] {
    [
      "NAVER_ACCESS_KEY": Self.key, "NAVER_SECRET_KEY": Self.key,
      "NAVER_OUTBOUND_MAILER_API_ENDPOINT": origin + "/api/v1",
      "NCLOUD_ACCESS_KEY": Self.key, "NCLOUD_SECRET_KEY": Self.key,
      "NCLOUD_SENS_API_ENDPOINT": origin,
      "NCLOUD_SENS_MAIL_SERVICE_ID": known["NCLOUD_SENS_MAIL_SERVICE_ID"] ?? Self.serviceID,
    ]
  }

  /// Makes sure that a sandbox answers.
  func checkReachable(_ gateway: Gateway, _ surroundings: Surroundings) throws(Failure) {
    let now = surroundings.now()
    do throws(LookupError) {
      _ = try RequestList(gateway, now - 1000...now, sender: "", surroundings)
    } catch {
      guard case .refused(let refusal) = error.outcome, refusal.remedy == .connect else { return }
      throw Failure(
        Message(
          "no sandbox answers at \(origin); start one with 'tmpl sandbox' in another terminal",
          ko: "\(origin)에 샌드박스가 없습니다. 다른 터미널에서 'tmpl sandbox'를 실행하세요"))
    }
  }
}
