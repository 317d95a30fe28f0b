public import Diagnostics

extension Outcome.Refusal {
  /// What the service objects to, and what to do about it.
  ///
  /// - Parameter now: this machine's time in milliseconds since 1970.
  /// - Returns: a sentence.
  public func words(at now: Int) -> Message {
    guard let status else {
      return Message(
        "no connection to the service (\(quoted: error.message ?? "")); check the network and the endpoint",
        ko: "서비스에 연결할 수 없습니다(\(quoted: error.message ?? "")). 네트워크와 엔드포인트를 확인하세요")
    }
    let answer = error.words(status: status)
    let advice = advice(status, now)
    return Message(
      "the service answered \(answer): \(advice.english)",
      ko: "서비스 응답 \(answer): \(advice.korean)")
  }

  private func advice(_ status: Int, _ now: Int) -> Message {
    if status == 401, isLate(at: now), let skew = skew(at: now) {
      let minutes = abs(skew) / 60_000
      return skew > 0
        ? Message(
          "this machine's clock is \(minutes, "minute") ahead; set it right",
          ko: "이 컴퓨터의 시계가 \(minutes)분 빠릅니다. 맞추세요")
        : Message(
          "this machine's clock is \(minutes, "minute") behind; set it right",
          ko: "이 컴퓨터의 시계가 \(minutes)분 느립니다. 맞추세요")
    }
    switch (status, error.code, error.gatewayCode) {
    case (401, _, "210"), (403, "77201", _):
      return Message(
        "the keys may not do this; give them the right in Sub Account",
        ko: "키에 권한이 없습니다. Sub Account에서 권한을 주세요")
    case (401, _, _):
      return Message(
        "the keys do not count; check access key and secret key, and that they belong to this zone",
        ko: "키가 맞지 않습니다. Access Key와 Secret Key, 존을 확인하세요")
    case (403, "77202", _):
      return Message(
        "the account has not subscribed to the mail service; do so in the console",
        ko: "메일 서비스 이용 신청이 되어 있지 않습니다. 콘솔에서 신청하세요")
    case (403, _, _):
      return Message(
        "the project may not send mail; look at the service in the console",
        ko: "프로젝트에서 메일을 쓸 수 없습니다. 콘솔에서 서비스를 확인하세요")
    case (404, _, _), (405, _, _):
      return Message(
        "nothing is there; check the endpoint's zone and region",
        ko: "요청한 위치가 없습니다. 엔드포인트의 존과 리전을 확인하세요")
    case (413, _, _):
      return Message(
        "the request is too large; lower \"batchBytes\" under \"send\" in tmpl.json",
        ko: "요청이 너무 큽니다. tmpl.json의 \"send\"에서 \"batchBytes\"를 줄이세요")
    case (429, _, "400"):
      return Message(
        "the quota is used up; ask the service for more, or wait until it is renewed",
        ko: "한도를 모두 썼습니다. 한도를 늘리거나 갱신될 때까지 기다리세요")
    case (429, _, _):
      return Message(
        "too many requests at once, even after waiting; go on later with --resume",
        ko: "기다려도 요청이 너무 많다고 합니다. 나중에 --resume으로 이어 가세요")
    case (500, "77301", _):
      return Message(
        "there is no default project; make one in the console",
        ko: "기본 프로젝트가 없습니다. 콘솔에서 만드세요")
    default:
      return Message(
        "it does not take this request; mend what it names and try again",
        ko: "이 요청을 받지 않습니다. 지적한 것을 고쳐 다시 시도하세요")
    }
  }
}

extension Outcome.Doubt {
  /// What is known of what happened.
  public var words: Message {
    guard let status else {
      return Message(
        "there was no answer (\(quoted: error.message ?? "")); the service may have taken it",
        ko: "응답이 없습니다(\(quoted: error.message ?? "")). 서비스가 받았을 수 있습니다")
    }
    let answer = error.words(status: status)
    return Message(
      "the service answered \(answer), after which it may have taken it",
      ko: "서비스 응답 \(answer). 서비스가 받았을 수 있습니다")
  }
}

extension ServiceError {
  /// Status and codes, and the service's own words, which may name people.
  fileprivate func words(status: Int) -> Phrase {
    let codes = [String(status), gatewayCode, code].compactMap(\.self).joined(separator: " ")
    let text = [message, details].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
    return text.isEmpty ? "\(codes)" : "\(codes) \(value: text)"
  }
}
