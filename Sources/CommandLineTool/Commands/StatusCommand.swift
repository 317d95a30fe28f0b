import Diagnostics
import JSONSyntax
import Mailing
import Publishing

extension Command {
  /// `tmpl status`: how far the service is.
  static let status = Command(
    name: "status", operands: "[TEMPLATE|REQUEST-ID…]", operandLimit: 1000,
    summary: Message(
      "ask the service how far the last send is", ko: "마지막 발송이 어디까지 되었는지 서비스에 묻습니다"),
    details: Message(
      "A template stands for all requests of its last send, as the ledger has them; anything else is the id of a request.|Accepted is not delivered: P preparing, R ready, I sending, S sent, F failed, U unsubscribed, C cancelled, PF partly failed; SENS has words for them.|Exit status: 0 when nothing more will happen or all is under way, 3 when mails failed or nobody knows what became of a request.",
      ko:
        "템플릿을 주면 장부에 적힌 마지막 발송의 모든 요청을, 그 밖의 값은 요청 ID로 봅니다.|접수는 도착이 아닙니다. P 준비중, R 준비, I 발송중, S 성공, F 실패, U 수신 거부, C 취소, PF 일부 실패이며 SENS는 단어로 답합니다.|종료 코드: 0 끝났거나 진행 중, 3 실패한 메일이 있거나 결과를 모르는 요청이 있음."
    ),
    options: [.ledger, .profile, .format(["text", "json"])],
    examples: ["tmpl status newsletter", "tmpl status 20181203000000000201 --profile com"],
    run: showStatus)
}

private func showStatus(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let asked = try StatusSubject(invocation, project)
  let variables = try project.credentialVariables(invocation.environment)
  let gateway = try Gateway(asked.profile, variables, invocation, console.language)
  let surroundings = Surroundings(invocation.environment)
  var sum = StatusSum(unknown: asked.unknownRequests)
  for id in asked.ids {
    do throws(LookupError) {
      sum.add(id, try RequestStatus(id, gateway, surroundings))
    } catch {
      let words = error.words(at: surroundings.now())
      throw Failure(
        Message(
          "request \(quoted: id): \(words.english)", ko: "요청 \(quoted: id): \(words.korean)"),
        .delivery)
    }
  }
  console.write(
    invocation.value(named: "--format") == "json"
      ? sum.json : Array(sum.text(console.language).utf8))
  return sum.hasFailed ? .delivery : .success
}

/// The requests that somebody asks about.
private struct StatusSubject {
  var profile = Profile.com
  var ids: [String] = []
  /// How many requests of the send nobody knows of.
  var unknownRequests = 0

  init(_ invocation: Invocation, _ project: Project) throws(Failure) {
    let names = invocation.operands.isEmpty ? Array(project.templateNames) : invocation.operands
    let chosen = invocation.value(.profile).flatMap(Profile.named) ?? project.settings.profile
    var profiles: Set<String> = []
    for name in names {
      guard project.templateNames.contains(name) || invocation.operands.isEmpty else {
        ids.append(name)
        continue
      }
      let place = try LedgerPlace(name, invocation, project, writes: false)
      let history = try place.history()
      guard let send = history.lastSend else { continue }
      let progress = SendProgress(send, in: history)
      profiles.insert(send.profile)
      ids += progress.sent.compactMap(\.requestID)
      unknownRequests += progress.open.count
    }
    guard !ids.isEmpty || unknownRequests > 0 else {
      throw Failure(
        Message(
          "nothing was sent yet, as far as the ledger knows; name a template or a request's id",
          ko: "장부에 발송 기록이 없습니다. 템플릿이나 요청 ID를 지정하세요"))
    }
    guard profiles.count < 2 else {
      throw Failure(
        Message(
          "the last sends went through different services; name one template",
          ko: "마지막 발송들의 서비스가 서로 다릅니다. 템플릿 하나를 지정하세요"))
    }
    guard let profile = profiles.first.flatMap(Profile.named) ?? chosen else {
      throw Failure(
        Message(
          "which service? choose with --profile, or \"profile\" in tmpl.json",
          ko: "어느 서비스인가요? --profile이나 tmpl.json의 \"profile\"로 정하세요"))
    }
    self.profile = profile
  }
}

/// The states of all requests together.
private struct StatusSum {
  private let unknown: Int
  private var requests: [(id: String, status: RequestStatus)] = []

  init(unknown: Int) { self.unknown = unknown }

  mutating func add(_ id: String, _ status: RequestStatus) { requests.append((id, status)) }

  private static let failures: Set = ["F", "PF", "C", "FAILED", "PARTIAL_FAILED", "CANCELED"]

  private var counts: [(code: String, count: Int)] {
    var counts: [String: Int] = [:]
    for request in requests { counts.merge(request.status.counts) { $0 + $1 } }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var mails: Int { requests.reduce(0) { $0 + $1.status.mails } }
  private var finished: Int { requests.reduce(0) { $0 + $1.status.finished } }
  private var isFinished: Bool { unknown == 0 && requests.allSatisfy(\.status.isFinished) }

  /// Whether some mail has failed, or nobody knows.
  var hasFailed: Bool {
    unknown > 0 || counts.contains { Self.failures.contains($0.code) && $0.count > 0 }
  }

  func text(_ language: Language) -> String {
    var lines = [
      Message(
        "\(mails, "mail") in \(requests.count, "request"): \(finished) finished",
        ko: "요청 \(requests.count)개의 메일 \(mails)통 중 \(finished)통 완료")
    ]
    for (code, count) in counts {
      lines.append(Message("  \(code)  \(count)", ko: "  \(code)  \(count)"))
    }
    if unknown > 0 {
      lines.append(
        Message(
          "\(unknown, "request") without a known end; 'tmpl send … --resume' looks for them",
          ko: "결과를 모르는 요청 \(unknown)개. 'tmpl send … --resume'이 찾아봅니다"))
    }
    lines.append(
      isFinished
        ? Message("nothing more will happen", ko: "모두 끝났습니다")
        : Message("not finished; ask again later", ko: "아직 끝나지 않았습니다. 나중에 다시 확인하세요"))
    return lines.map { $0.text(language) + "\n" }.joined()
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.integer(1)
    json.key("mails")
    json.integer(mails)
    json.key("finished")
    json.integer(finished)
    json.key("isFinished")
    json.bool(isFinished)
    json.key("unknownRequests")
    json.integer(unknown)
    json.key("counts")
    write(counts, to: &json)
    json.key("requests")
    json.beginArray()
    for request in requests {
      json.beginObject()
      json.key("id")
      json.string(request.id)
      json.key("mails")
      json.integer(request.status.mails)
      json.key("finished")
      json.integer(request.status.finished)
      json.key("counts")
      write(request.status.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ counts: [(code: String, count: Int)], to json: inout JSONWriter) {
    json.beginObject()
    for (code, count) in counts {
      json.key(code)
      json.integer(count)
    }
    json.endObject()
  }
}
