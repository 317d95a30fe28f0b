import Composing
import Diagnostics
import Hashing
import Linting
import Mailing
import Publishing
import Recipients

/// A few mails to colleagues, before anybody approves anything.
struct TestRun {
  let job: Job
  let invocation: Invocation
  let project: Project

  /// Sends them.
  func run(_ console: inout Console) throws(Failure) -> ExitStatus {
    let addresses = try addresses()
    let profile = try job.requiredProfile()
    let place = try LedgerPlace(job.draft.name, invocation, project, writes: true)
    guard let campaign = try job.campaign(&console, invocation) else { return .findings }
    let mails = try mails(campaign)
    guard
      let test = TestMessage(
        campaign, profile: profile, addresses: addresses, people: mails.count)
    else {
      throw Failure(
        Message(
          "\(addresses.count, "address", "addresses") for \(mails.count, "person", "people") are more than \(TestMessage.limit) mails; name fewer",
          ko: "주소 \(addresses.count)개와 \(mails.count)명은 시험 메일 \(TestMessage.limit)통을 넘습니다. 줄이세요"))
    }
    guard test.head.title.count <= profile.limits.titleBytes else {
      throw Failure(
        Message(
          "with the mark of a test the title has \(test.head.title.count) bytes, more than \(profile.limits.titleBytes)",
          ko: "시험 표시를 붙이면 제목이 \(test.head.title.count)바이트로 \(profile.limits.titleBytes)바이트를 넘습니다"))
    }
    return try deliver(test, test.mails(of: mails), place, &console)
  }

  /// Who gets them: addresses that the project allows, so that no customer is among them.
  private func addresses() throws(Failure) -> [String] {
    let addresses = invocation.values(.test)
    let refused = addresses.filter { !allows($0) }
    guard refused.isEmpty else {
      let names = refused.joined(separator: ", ")
      let known = project.settings.testAddresses + refused
      let list = known.map { "\"\($0.replacing("\"", with: "\\\""))\"" }.joined(separator: ", ")
      throw Failure(
        Message(
          "tests may not go to \(names); add to tmpl.json: \"testAddresses\": [\(list)]",
          ko:
            "\(names)에는 시험 메일을 보낼 수 없습니다. tmpl.json에 추가하세요: \"testAddresses\": [\(list)]"
        ))
    }
    return addresses
  }

  private func allows(_ address: String) -> Bool {
    guard EmailAddress.objection(to: Array(address.utf8)) == nil else { return false }
    let address = address.lowercased()
    return project.settings.testAddresses.contains { allowed in
      let allowed = allowed.lowercased()
      return allowed.hasPrefix("@") ? address.hasSuffix(allowed) : address == allowed
    }
  }

  /// The chosen people's mails, or the first person's.
  private func mails(_ campaign: Campaign) throws(Failure) -> [Mail] {
    let list = try job.requiredList()
    let pick = try Pick(invocation)
    var mails: [Mail] = []
    try list.forEachRow(job.wanted) { row throws(Failure) in
      guard pick.accepts(row, job.names) else { return true }
      mails.append(try campaign.acceptedMail(row, in: list))
      return !pick.isEverybody && mails.count <= TestMessage.limit
    }
    if mails.isEmpty { _ = try pick.foundNobody() }
    return mails
  }

  private func deliver(
    _ test: TestMessage, _ mails: [Mail], _ place: LedgerPlace, _ console: inout Console
  ) throws(Failure) -> ExitStatus {
    let surroundings = Surroundings(invocation.environment)
    let variables = try project.credentialVariables(invocation.environment)
    let dispatch = Dispatch(test)
    let gateway = try Gateway(test.profile, variables, invocation, console.language)
    Interruption.postpone()
    var ledger = try place.open()
    var limits = Batching.Limits()
    limits.recipients = TestMessage.limit
    var sender = Sender(
      dispatch: dispatch, gateway: gateway, surroundings: surroundings, limits: limits,
      mails: .mails(mails), invocation: invocation)
    let plan = try sender.plan()
    try sender.upload()
    let send = try Failure.passing { () throws(PublishingError) in
      try ledger.begin(
        LedgerEntry.Send(
          number: 0, time: surroundings.now(), purpose: .test, profile: test.profile.name,
          content: dispatch.content.hex, list: dispatch.list.hex, people: mails.count,
          batchRecipients: limits.recipients, batchBytes: limits.bytes))
    }
    var publisher = try Failure.passing { () throws(PublishingError) in
      try Publisher(sender.dispatch, plan, send, through: gateway, ledger, surroundings)
    }
    let ending = try sender.run(&publisher, plan, until: nil, keepsGoing: false, &console)
    let progress = SendProgress(send, in: publisher.history)
    let text = SendText(language: console.language, invocation: invocation)
    console.write(text.result(progress, ids: progress.sent.compactMap(\.requestID)))
    return ending == .interrupted
      ? .interrupted : ending == .finished && progress.remainingPeople == 0 ? .success : .delivery
  }
}
