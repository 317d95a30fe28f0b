import Diagnostics
import Publishing

/// Whether a request was signed with keys that are known, not long ago.
struct SignatureCheck {
  /// The gateway refuses a clock that is this far off.
  static let window = 5 * 60 * 1000

  /// The keys, by their public half.
  let keys: [String: AccessKeys]

  init(_ keys: [AccessKeys]) {
    self.keys = Dictionary(keys.map { ($0.accessKey, $0) }) { first, _ in first }
  }

  /// Checks a request.
  ///
  /// - Parameters:
  ///   - request: the request with its target as it came from the wire.
  ///   - now: milliseconds since 1970.
  /// - Throws: why it is not let in.
  func check(_ request: HTTPRequest, now: Int) throws(ServiceProblem) {
    guard let timestamp = request.headers[AuthenticationHeader.timestamp],
      let accessKey = request.headers[AuthenticationHeader.accessKey],
      let signature = request.headers[AuthenticationHeader.signature]
    else {
      throw Self.refusal(
        "Authentication information are missing.",
        Message("a header of the signature is missing", ko: "서명 헤더가 없습니다"))
    }
    let invalid = "Invalid authentication information."
    guard let keys = keys[accessKey] else {
      throw Self.refusal(
        invalid, Message("the access key is not known here", ko: "알 수 없는 액세스 키입니다"))
    }
    guard let time = Int(timestamp), Swift.abs(time.subtracting(now)) < Self.window else {
      throw Self.refusal(
        invalid,
        Message(
          "the timestamp is no number of milliseconds, or five minutes or more off",
          ko: "타임스탬프가 밀리초 숫자가 아니거나 5분 이상 어긋납니다"))
    }
    let expected = keys.signature(
      method: request.method, target: request.target, timestamp: timestamp)
    guard signature == expected else {
      throw Self.refusal(
        invalid,
        Message(
          "the signature does not fit; it is made of '\(request.method) \(request.target)', the timestamp and the access key, each on a line",
          ko:
            "서명이 맞지 않습니다. '\(request.method) \(request.target)', 타임스탬프, 액세스 키를 한 줄씩 이어 서명해야 합니다"))
    }
  }

  private static func refusal(_ details: String, _ message: Message) -> ServiceProblem {
    .gateway(401, "200", message, details: details)
  }
}

extension Int {
  /// The difference, or a huge one where it cannot be written.
  fileprivate func subtracting(_ other: Int) -> Int {
    let (difference, isOver) = subtractingReportingOverflow(other)
    return isOver || difference == .min ? .max : difference
  }
}
