import Diagnostics
import Mailing
import Publishing

/// The requests that somebody asks about.
struct StatusSubject {
  private(set) var profile = Profile.com
  private(set) var ids: [String] = []
  /// How many requests of the send nobody knows of.
  private(set) var unknownRequests = 0

  init(_ invocation: Invocation, _ project: Project) throws(Failure) {
    let names = invocation.operands.isEmpty ? Array(project.templateNames) : invocation.operands
    let chosen = invocation.value(.profile).flatMap(Profile.named) ?? project.settings.profile
    var profiles: Set<String> = []
    for name in names {
      guard project.templateNames.contains(name) || invocation.operands.isEmpty else {
        ids.append(name)
        continue
      }
      let place =
        invocation.has(.askSandbox)
        ? LedgerPlace(rehearsing: name, in: project)
        : try LedgerPlace(name, invocation, project, writes: false)
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
