import Diagnostics
import JSONSyntax
import Mailing
import Publishing

/// Both services in one: checks, takes, and answers, without any socket.
final class MailService {
  private let check: SignatureCheck
  /// The only SENS service there is; nil for any.
  private let serviceID: String?
  private let milliseconds: () -> Int
  private let accepted: (Submission) -> Void
  private var faults: FaultPlan?
  private var files = FileShelf()
  /// What was taken.
  private(set) var outbox = Outbox()

  /// Opens the services.
  ///
  /// - Parameters:
  ///   - keys: whose signatures count.
  ///   - serviceID: the id of the SENS service; nil for any.
  ///   - faults: what goes wrong.
  ///   - milliseconds: the time since 1970.
  ///   - accepted: is told of each submission that was taken.
  init(
    keys: [AccessKeys], serviceID: String? = nil, faults: FaultPlan? = nil,
    milliseconds: @escaping () -> Int, accepted: @escaping (Submission) -> Void = { _ in }
  ) {
    check = SignatureCheck(keys)
    self.serviceID = serviceID
    self.faults = faults
    self.milliseconds = milliseconds
    self.accepted = accepted
  }

  /// Answers a request; nil when it is for none of the services.
  func reply(to request: HTTPRequest) -> Reply? {
    guard let target = Target(request.target) else { return nil }
    let isSENS = target.path.starts(with: ["mail", "v2"])
    guard isSENS || target.path.first == "api" else { return nil }
    let isKorean = request.headers["x-ncp-lang"]?.lowercased().hasPrefix("ko") ?? false
    let language: Language = isKorean ? .korean : .english
    let now = milliseconds()
    do throws(ServiceProblem) {
      return try reply(to: request, target, isSENS: isSENS, language, now)
    } catch {
      return .response(error.response(language, isSENS: isSENS).dated(now))
    }
  }

  private func reply(
    to request: HTTPRequest, _ target: Target, isSENS: Bool, _ language: Language, _ now: Int
  ) throws(ServiceProblem) -> Reply {
    let finding = Route.find(request.method, target.path)
    guard finding != .none else {
      throw .gateway(404, "300", Message("not found", ko: "찾을 수 없습니다"))
    }
    try check.check(request, now: now)
    guard case .route(let route) = finding else {
      throw .service(405, "77001", Message("method not allowed", ko: "허용되지 않는 메서드입니다"))
    }
    if isSENS, let serviceID, target.path[3] != serviceID {
      throw .service(
        403, "Forbidden", Message("the service id is not known here", ko: "알 수 없는 서비스 아이디입니다"))
    }
    return try reply(
      to: route,
      Call(request: request, target: target, isSENS: isSENS, language: language, now: now))
  }

  /// A request that was let in.
  private struct Call {
    let request: HTTPRequest
    let target: Target
    let isSENS: Bool
    let language: Language
    let now: Int

    var filter: SubmissionFilter { SubmissionFilter(target: target, isSENS: isSENS, now: now) }
    var com: COMAnswers { COMAnswers(language: language, now: now) }
    var sens: SENSAnswers { SENSAnswers(now: now) }
  }

  private func reply(to route: Route, _ call: Call) throws(ServiceProblem) -> Reply {
    let fault = faults?.next()
    switch fault {
    case .throttle:
      throw .gateway(429, "410", Message("throttle limited", ko: "요청이 너무 많습니다"))
    case .error500: throw .gateway(500, "900", Message("unexpected error", ko: "예기치 않은 오류"))
    case .timeout: return .silence
    case .dropAfterAccept, .error504, nil: break
    }
    let response = try response(to: route, call)
    switch fault {
    case .dropAfterAccept: return .hangUp
    case .error504: throw .gateway(504, "510", Message("endpoint timeout", ko: "엔드포인트 시간 초과"))
    case .throttle, .error500, .timeout, nil: return .response(response.dated(call.now))
    }
  }

  private func response(to route: Route, _ call: Call) throws(ServiceProblem) -> HTTPResponse {
    switch route {
    case .createMails: return try createMails(call)
    case .requests: return try requests(call)
    case .requestStatus(let id): return try status(id, call)
    case .mails(let id): return try mails(id, call)
    case .mail(let request, let mail): return try self.mail(mail, of: request, call)
    case .createFiles: return try files.add(call.request)
    case .files(let upload): return try files.answer(upload)
    case .deleteFiles(let upload): return try files.remove(upload)
    }
  }

  // MARK: Operations

  private func createMails(_ call: Call) throws(ServiceProblem) -> HTTPResponse {
    let type = call.request.headers["Content-Type"]?.lowercased() ?? ""
    guard type.hasPrefix("application/json") else {
      throw .service(
        415, call.isSENS ? "UnsupportedMediaType" : "77002",
        Message("the content type is not application/json", ko: "application/json이 아닙니다"))
    }
    let json = try? JSONParser.parse(call.request.body)
    guard let json, case .object = json.kind else {
      let reason = Message("is no JSON object", ko: "JSON 객체가 아닙니다")
      throw .fields([.init(name: "request", reason: reason)], isSENS: call.isSENS)
    }
    var reader = SubmissionReader(
      json, profile: call.isSENS ? .sens : .com, now: call.now)
    if let field = reader.remoteField { throw .absent(field, isSENS: call.isSENS) }
    let content = reader.content(file: files.file)
    guard reader.problems.isEmpty else {
      throw .fields(reader.problems, isSENS: call.isSENS)
    }
    try checkFilled(content, call)
    let submission = outbox.add(content, isSENS: call.isSENS, time: call.now)
    accepted(submission)
    return call.isSENS
      ? .json(202, call.sens.receipt(submission)) : .json(201, call.com.receipt(submission))
  }

  /// SENS measures titles and bodies as each recipient gets them.
  private func checkFilled(
    _ content: Submission.Content, _ call: Call
  ) throws(ServiceProblem) {
    guard call.isSENS else { return }
    let limits = Profile.sens.limits
    let draft = Submission(number: 0, isSENS: true, time: call.now, content: content)
    for index in 0..<draft.mailCount {
      for (name, count, limit) in [
        ("title", draft.title(ofMail: index).count, limits.titleBytes),
        ("body", draft.body(ofMail: index).count, limits.bodyBytesRefused),
      ] where count > limit {
        let reason = Message(
          "has \(count) bytes of at most \(limit) for recipient \(index + 1)",
          ko: "\(index + 1)번째 수신자에게 \(count)바이트로 \(limit)바이트를 넘습니다")
        throw .fields([.init(name: name, reason: reason)], isSENS: true)
      }
    }
  }

  private func requests(_ call: Call) throws(ServiceProblem) -> HTTPResponse {
    let times = try call.filter.times()
    try call.filter.checkStates()
    let keys: [String: (Submission) -> SortKey] = [
      call.isSENS ? "createDateTime" : "createUtc": { .number($0.time) },
      "recipientCount": { .number($0.content.recipients.count) },
      "reservationUtc": { .number($0.content.reservation ?? 0) },
      "sendUtc": { .number($0.arrival) },
      "statusCode": { .text($0.state(now: call.now).code) },
    ]
    let found = outbox.submissions.filter { call.filter.admits($0, between: times) }
    let page = try Page(found, call.target, isSENS: call.isSENS, keys: keys)
    return .json(
      200,
      page.write { submission, json in
        call.isSENS ? call.sens.item(submission, &json) : call.com.item(submission, &json)
      })
  }

  private func status(_ id: String, _ call: Call) throws(ServiceProblem) -> HTTPResponse {
    let submission = try submission(id, call)
    guard call.isSENS else { return .json(200, call.com.status(submission)) }
    var response = HTTPResponse.json(200, call.sens.status(submission))
    if !submission.state(now: call.now).isFinal { response.headers.add("retry-after", "1") }
    return response
  }

  private func mails(_ id: String, _ call: Call) throws(ServiceProblem) -> HTTPResponse {
    let submission = try submission(id, call)
    try call.filter.checkStates()
    let keys: [String: (Outbox.Position) -> SortKey] = [
      "id": { .number($0.index) },
      call.isSENS ? "createDateTime" : "createUtc": { .number($0.submission.time) },
      "statusCode": { .text($0.submission.state(ofMail: $0.index, now: call.now).code) },
    ]
    let found = (0..<submission.mailCount)
      .map { Outbox.Position(submission: submission, index: $0) }.filter(call.filter.admits)
    let page = try Page(found, call.target, isSENS: call.isSENS, keys: keys)
    return .json(
      200,
      page.write { mail, json in
        call.isSENS ? call.sens.item(mail, &json) : call.com.item(mail, &json)
      })
  }

  private func mail(
    _ id: String, of request: String?, _ call: Call
  ) throws(ServiceProblem) -> HTTPResponse {
    guard let mail = outbox.mail(id), mail.submission.isSENS == call.isSENS,
      request == nil || request == mail.submission.id
    else { throw .absent(id, isSENS: call.isSENS) }
    return .json(200, call.isSENS ? call.sens.mail(mail) : call.com.mail(mail))
  }

  private func submission(_ id: String, _ call: Call) throws(ServiceProblem) -> Submission {
    guard let submission = outbox.submission(id, isSENS: call.isSENS) else {
      throw .absent(id, isSENS: call.isSENS)
    }
    return submission
  }
}

extension HTTPResponse {
  /// The response with the time at which it was made, which clients hold their clock against.
  fileprivate func dated(_ time: Int) -> HTTPResponse {
    var response = self
    response.headers.add("Date", ServiceTime(time).httpDate)
    return response
  }
}
