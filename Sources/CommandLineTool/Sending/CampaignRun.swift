import Approving
import Composing
import Diagnostics
import Hashing
import Linting
import Mailing
import Publishing

/// A send to a list, from the check of everything to the last batch.
struct CampaignRun {
  let job: Job
  let options: SendOptions
  let invocation: Invocation
  let project: Project

  /// What is sent to whom, with its past.
  struct Subject {
    let candidate: Candidate
    let dispatch: Dispatch
    let place: LedgerPlace
    /// Whether the content is meant for several lists.
    var isForAnyList = false
  }

  private var surroundings: Surroundings { Surroundings(invocation.environment) }

  private var now: Reservation { Reservation(milliseconds: invocation.environment.now) }

  // MARK: To the service

  /// Sends what was approved, or shows what would be sent.
  func send(_ console: inout Console) throws(Failure) -> ExitStatus {
    guard job.list?.isSample == false else {
      throw Failure(
        Message(
          "sample people are never sent to; name the list with -r, or try --sandbox",
          ko: "예시 수신자에게는 발송하지 않습니다. -r로 목록을 지정하거나 --sandbox로 시험하세요"))
    }
    let place = try LedgerPlace(
      job.draft.name, invocation, project, writes: options.token != nil)
    guard let candidate = try Candidate(job, invocation, &console) else { return .findings }
    guard let approved = try approved(candidate, &console) else { return .findings }
    try checkSchedule(candidate.schedule)
    let dispatch = Dispatch(approved, profile: candidate.profile)
    let subject = Subject(
      candidate: candidate, dispatch: dispatch, place: place,
      isForAnyList: approved.approval.list == nil)
    guard let token = options.token else {
      return try show(subject, approved, try place.history(), &console)
    }
    let variables = try project.credentialVariables(invocation.environment)
    let gateway = try Gateway(candidate.profile, variables, invocation, console.language)
    Interruption.postpone()
    return try deliver(subject, gateway, confirmedBy: token, &console)
  }

  private func approved(
    _ candidate: Candidate, _ console: inout Console
  ) throws(Failure) -> ApprovedCampaign? {
    let store = ApprovalStore(candidate.job.draft.name, in: project)
    let approvals = try store.all()
    do throws(Mismatch) {
      return try candidate.approved(
        by: approvals, project.terms,
        now: Reservation(milliseconds: now.milliseconds / 60_000 * 60_000))
    } catch {
      let reason = candidate.message(error)
      let digests = candidate.digests
      console.fail(
        Message(
          "not approved, nothing was sent: \(reason.english) · \(digests.english); look at it and say yes with 'tmpl approve'",
          ko:
            "승인되지 않아 보내지 않았습니다: \(reason.korean) · \(digests.korean). 확인한 뒤 'tmpl approve'로 승인하세요"
        ))
      return nil
    }
  }

  /// The service takes no time that is past, and none beyond a month.
  private func checkSchedule(_ schedule: Schedule) throws(Failure) {
    guard case .at(let time) = schedule else { return }
    let distance = time.milliseconds - now.milliseconds
    guard distance <= 0 || distance > 30 * 86_400_000 else { return }
    let words = time.words
    throw Failure(
      distance <= 0
        ? Message(
          "\(words.english) is past; nothing was sent", ko: "\(words.korean)은 이미 지났습니다. 보내지 않았습니다")
        : Message(
          "\(words.english) is more than 30 days ahead, which the service does not take",
          ko: "\(words.korean)은 30일보다 뒤라 서비스가 받지 않습니다"), .findings)
  }

  // MARK: A dry run

  private func show(
    _ subject: Subject, _ approved: ApprovedCampaign, _ history: LedgerHistory,
    _ console: inout Console
  ) throws(Failure) -> ExitStatus {
    let text = SendText(language: console.language, invocation: invocation)
    let past = try past(subject, history)
    let people = try people(subject, past)
    var summary = CandidateText(language: console.language, now: now)
    if past == nil, options.first != nil {
      summary.trial = try last(of: people, in: subject.candidate).map { (people, $0) }
    }
    console.write(summary.summary(subject.candidate, for: approved.approval))
    let requests =
      people == 0
      ? 0
      : Batching.requests(for: people, of: subject.candidate.job.draft, limits(past?.send))
    console.write(
      text.plan(
        people: people, requests: requests,
        quota: (
          try LedgerPlace.recipients(inMonthOf: now, project, and: subject.place),
          project.settings.monthlyQuota
        ), progress: past?.progress))
    if let file = options.remaining, let past {
      let plan = try SendPlan(
        subject.dispatch, limits(past.send), mails(of: subject.candidate))
      try writeRemaining(file, past.send, plan, try resolved(history), subject, &console)
    }
    guard people > 0 else {
      console.write(
        "\n" + text.say(Message("nobody is left to send to", ko: "더 보낼 사람이 없습니다")) + "\n")
      guard let progress = past?.progress, progress.openPeople > 0 else { return .success }
      console.write(text.doubt(progress))
      console.write(text.lookup("0-\(subject.dispatch.mark)"))
      return .delivery
    }
    console.write(text.command("\(people)-\(subject.dispatch.mark)"))
    return .success
  }

  /// An earlier send that is gone on with.
  private struct Past {
    let send: LedgerEntry.Send
    let progress: SendProgress
  }

  /// The send to go on with; nil for a new one, which must not have been sent before.
  private func past(_ subject: Subject, _ history: LedgerHistory) throws(Failure) -> Past? {
    let (content, list) = (subject.dispatch.content.hex, subject.dispatch.list.hex)
    guard options.resumes else {
      try refuseRepetition(content, list, history)
      if !subject.isForAnyList { try refuseOtherList(content, list, history) }
      return nil
    }
    guard let send = history.lastSend else {
      throw Failure(
        Message(
          "there is no earlier send of \(quoted: job.draft.name) in the ledger to go on with; leave out --resume to begin one",
          ko: "장부에 이어 갈 \(quoted: job.draft.name) 발송이 없습니다. 새로 보내려면 --resume을 빼세요"))
    }
    guard send.content == content, send.list == list, send.profile == subject.dispatch.profile.name
    else {
      let part =
        send.content == content
        ? Message("the list", ko: "목록이") : Message("the content", ko: "내용이")
      throw Failure(
        Message(
          "\(part.english) is not what the earlier send began with, so that nobody knows who got it; give the same files, or --write-remaining to go on with a list of its own",
          ko:
            "\(part.korean) 앞선 발송과 달라 누가 받았는지 알 수 없습니다. 같은 파일을 지정하거나, 앞선 파일로 --write-remaining을 써서 남은 목록을 따로 발송하세요"
        ), .findings)
    }
    return Past(send: send, progress: SendProgress(send, in: try resolved(history)))
  }

  /// The history with what `--resolve` says.
  private func resolved(_ history: LedgerHistory) throws(Failure) -> LedgerHistory {
    var history = history
    for (number, isSent) in options.resolutions.sorted(by: { $0.key < $1.key }) {
      guard history.resolve(number, isSent: isSent, time: now.milliseconds) else {
        throw Failure(
          Message(
            "'--resolve \(String(number))': request \(String(number)) of the ledger is not one of those unknown; leave it out",
            ko:
              "'--resolve \(String(number))': 장부의 \(String(number))번 요청은 결과를 모르는 상태가 아닙니다. 이 옵션을 빼세요"
          ))
      }
    }
    return history
  }

  /// How many people a run is for.
  private func people(_ subject: Subject, _ past: Past?) throws(Failure) -> Int {
    let all = past?.progress.remainingPeople ?? subject.candidate.summary.people
    guard let first = options.first else { return all }
    guard !subject.candidate.job.draft.isOneRequest else {
      throw Failure(
        Message(
          "'--first' cannot part what goes in one request", ko: "'--first'로 하나의 요청을 나눌 수 없습니다"))
    }
    return min(first, all)
  }

  /// The last of the first people of a list.
  private func last(
    of people: Int, in candidate: Candidate
  ) throws(Failure) -> PeopleSketch.Person? {
    var last: PeopleSketch.Person?
    var count = 0
    try mails(of: candidate).forEach { mail throws(Failure) in
      count += 1
      last = PeopleSketch.Person(row: mail.row, address: mail.address)
      return count < people
    }
    return last
  }

  private func limits(_ send: LedgerEntry.Send?) -> Batching.Limits {
    var limits = Batching.Limits()
    limits.recipients = send?.batchRecipients ?? project.settings.batchRecipients
    limits.bytes = send?.batchBytes ?? project.settings.batchBytes
    limits.first = send == nil ? options.first : send?.first
    return limits
  }

  private func writeRemaining(
    _ file: String, _ send: LedgerEntry.Send, _ plan: SendPlan, _ history: LedgerHistory,
    _ subject: Subject, _ console: inout Console
  ) throws(Failure) {
    // Not the ledger's rows: the same people may stand in other rows by now.
    try Failure.passing { () throws(PublishingError) in try plan.check(send, in: history) }
    let leftovers = Leftovers(of: subject.candidate.list, job.wanted)
    let count = try leftovers.write(
      to: file, except: plan.rows(of: send, in: history), project)
    console.note(
      Message(
        "\(count, "row was", "rows were") written to \(quoted: file): neither accepted nor unknown",
        ko: "접수되지도 않고 결과를 모르지도 않는 \(count)행을 \(quoted: file)에 저장했습니다"))
  }

  private func mails(of candidate: Candidate) -> MailSource {
    .list(candidate.list, job.wanted, candidate.campaign)
  }

  // MARK: The real thing

  private func deliver(
    _ subject: Subject, _ gateway: Gateway, confirmedBy token: String?, _ console: inout Console
  ) throws(Failure) -> ExitStatus {
    var ledger = try subject.place.open()
    let past = try past(subject, ledger.history)
    let people = try people(subject, past)
    if let token { try check(token, "\(people)-\(subject.dispatch.mark)") }
    let earlier = past?.send
    var sender = Sender(
      dispatch: subject.dispatch, gateway: gateway, surroundings: surroundings,
      limits: limits(earlier), mails: mails(of: subject.candidate),
      invocation: invocation)
    let plan = try sender.plan()
    if let send = earlier {
      let history = ledger.history
      try Failure.passing { () throws(PublishingError) in try plan.check(send, in: history) }
      try settle(&ledger)
      try sender.reconcile(send, plan, &ledger)
    }
    let done = earlier.map { SendProgress($0, in: ledger.history).done } ?? []
    let left = plan.entries.filter { !done.contains($0.number) }
    if !isRehearsal, options.reason == nil, !left.isEmpty {
      try refuseKnown(left, subject, ledger.history)
      try sender.refuseDuplicates(of: left, plan, earlier, ledger.history)
    }
    if !left.isEmpty { try sender.upload() }
    let send: LedgerEntry.Send
    if let earlier { send = earlier } else { send = try begin(subject, &ledger) }
    var publisher = try Failure.passing { () throws(PublishingError) in
      try Publisher(sender.dispatch, plan, send, through: gateway, ledger, surroundings)
    }
    let ending = try sender.run(
      &publisher, plan, until: past == nil ? options.first : nil, keepsGoing: options.keepsGoing,
      &console)
    return try report(ending, send, plan, publisher.history, subject, &console)
  }

  var isRehearsal: Bool { invocation.has(.rehearse) }

  private func check(_ token: String, _ expected: String) throws(Failure) {
    guard token != expected else { return }
    throw Failure(
      Message(
        "'--confirm \(token)' is not what this run would send; run it without --confirm, look, and take its command. Nothing was sent",
        ko:
          "'--confirm \(token)' 값이 지금 보낼 내용과 다릅니다. --confirm 없이 실행해 확인하고 거기 나온 명령을 쓰세요. 보내지 않았습니다"),
      .findings)
  }

  private func settle(_ ledger: inout Ledger<LedgerFile>) throws(Failure) {
    for (number, isSent) in options.resolutions.sorted(by: { $0.key < $1.key }) {
      try Failure.passing { () throws(PublishingError) in
        try ledger.settle(
          number, .resolved(isSent: isSent, requestID: nil), time: surroundings.now())
      }
    }
  }

  private func begin(
    _ subject: Subject, _ ledger: inout Ledger<LedgerFile>
  ) throws(Failure) -> LedgerEntry.Send {
    let limits = limits(nil)
    return try Failure.passing { () throws(PublishingError) in
      try ledger.begin(
        LedgerEntry.Send(
          number: 0, time: surroundings.now(), purpose: .list,
          profile: subject.dispatch.profile.name, content: subject.dispatch.content.hex,
          list: subject.dispatch.list.hex, people: subject.candidate.summary.people,
          batchRecipients: limits.recipients, batchBytes: limits.bytes, first: options.first,
          reason: options.reason))
    }
  }

  private func report(
    _ ending: Sender.Ending, _ send: LedgerEntry.Send, _ plan: SendPlan,
    _ history: LedgerHistory, _ subject: Subject, _ console: inout Console
  ) throws(Failure) -> ExitStatus {
    let progress = SendProgress(send, in: history)
    let text = SendText(language: console.language, invocation: invocation)
    console.write(text.result(progress, ids: progress.sent.compactMap(\.requestID)))
    if let file = options.remaining {
      try writeRemaining(file, send, plan, history, subject, &console)
    }
    console.write(text.doubt(progress))
    let resume = invocation.call(
      without: [.confirm, .first, .again, .resolve, .resume], adding: ["--resume"])
    let status = "tmpl status \(ShellWord.quoted(job.draft.name))"
    let isComplete = progress.remainingPeople == 0 && progress.open.isEmpty
    if isRehearsal {
      console.note(try SandboxAddress(invocation).banner)
      if !isComplete { console.write(text.next([resume])) }
    } else {
      console.write(text.next(isComplete ? [status] : [resume, status]))
    }
    switch ending {
    case .interrupted: return .interrupted
    case .stopped: return .delivery
    case .finished: return progress.open.isEmpty && progress.shortfall == 0 ? .success : .delivery
    }
  }

  // MARK: To a sandbox

  /// Sends to a stand-in of the service on this machine, whatever was approved.
  func rehearse(_ console: inout Console) throws(Failure) -> ExitStatus {
    let address = try SandboxAddress(invocation)
    console.note(address.banner)
    var job = job
    if job.options.profile == nil { job = job.sending(through: .com) }
    guard let candidate = try Candidate(job, invocation, &console) else { return .findings }
    let dispatch = Dispatch(
      rehearsing: candidate.campaign, profile: candidate.profile, list: candidate.summary.digest)
    let known = try project.credentialVariables(invocation.environment)
    let gateway = try Gateway(
      candidate.profile, address.variables(known), invocation, console.language)
    try address.checkReachable(gateway, surroundings)
    Interruption.postpone()
    return try deliver(
      Subject(
        candidate: candidate, dispatch: dispatch,
        place: LedgerPlace(rehearsing: job.draft.name, in: project)), gateway, confirmedBy: nil,
      &console)
  }
}
