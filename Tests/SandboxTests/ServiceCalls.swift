import Foundation
import JSONSyntax
import Publishing

@testable import Sandbox

/// The services without a socket, called with keys of their own, at a time that a test sets.
final class ServiceCalls {
  static let keys = AccessKeys(accessKey: "key", secretKey: Secret("secret"))
  static let start = 1_795_590_000_000
  static let sens = "/mail/v2/services/ncp:mail:kr:1:main"

  var now = ServiceCalls.start
  private(set) var accepted: [Submission] = []
  private var service: MailService?

  init(faults: FaultPlan? = nil, serviceID: String? = nil) {
    service = MailService(
      keys: [Self.keys], serviceID: serviceID, faults: faults,
      milliseconds: { [unowned self] in now }, accepted: { [unowned self] in accepted.append($0) })
  }

  /// A service's answer, or nil when it answers none.
  func call(
    _ method: String, _ target: String, _ body: String = "", type: String = "application/json",
    keys: AccessKeys = keys, signed: String? = nil, shift: Int = 0,
    headers: HTTPHeaders = HTTPHeaders()
  ) -> HTTPResponse? {
    var all = keys.headers(
      method: method, target: signed ?? target, milliseconds: now + shift)
    all.add("Content-Type", type)
    all.add(headers)
    return send(HTTPRequest(method, target, headers: all, body: Array(body.utf8)))
  }

  /// What is answered to a request as it is.
  func send(_ request: HTTPRequest) -> HTTPResponse? {
    guard case .response(let response) = reply(to: request) else { return nil }
    return response
  }

  func reply(to request: HTTPRequest) -> Reply? { service?.reply(to: request) }

  var outbox: Outbox { service?.outbox ?? Outbox() }
}

extension HTTPResponse {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }

  /// A member of the body, by its names from the outside in.
  func member(_ names: String...) -> String? {
    guard var value = try? JSONParser.parse(body) else { return nil }
    for name in names {
      if let index = Int(name), case .array(let items) = value.kind, items.indices.contains(index) {
        value = items[index]
      } else if let next = value.member(name) {
        value = next
      } else {
        return nil
      }
    }
    return value.scalarText.map { String(decoding: $0, as: UTF8.self) }
  }
}
