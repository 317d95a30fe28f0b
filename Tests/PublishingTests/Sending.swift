import Approving
import Composing
import Diagnostics
import Hashing
import Linting
import Mailing
import Publishing
import Recipients
import TestSupport

/// An approved campaign for some people, and a service to send it to.
struct Sending {
  let service: LocalService
  let dispatch: Dispatch
  let mails: [Mail]
  let limits: Batching.Limits
  let gateway: Gateway

  struct Broken: Error {}

  /// Approves the campaign.
  ///
  /// - Parameters:
  ///   - service: what answers.
  ///   - people: how many there are.
  ///   - recipients: the most people of a request.
  ///   - profile: the service's profile.
  ///   - isRehearsal: whether nobody has approved it.
  ///   - title: the title.
  ///   - origin: where the service is said to be.
  ///   - fields: more of the envelope.
  /// - Throws: that the campaign is not clean.
  init(
    _ service: LocalService = LocalService(), people: Int = 11, recipients: Int = 4,
    profile: Profile = .com, isRehearsal: Bool = false, title: String = "Hello $<NAME>",
    origin: String = "http://127.0.0.1:1", fields: String = ""
  ) throws {
    self.service = service
    let body =
      fields.isEmpty ? "<p>Dear $<NAME>, this is for you alone.</p>" : "<p>These are news.</p>"
    let draft = try Draft.of(
      title: title, body: body,
      fields: "\"senderName\": \"Shop\"" + fields)
    guard let campaign = Campaign(draft, options: LintOptions(profile: profile)) else {
      throw Broken()
    }
    let list = "address,NAME\n" + (0..<people).map { "p\($0)@x.example,N\($0)\n" }.joined()
    var digester = ListDigester(draft, profile: profile)
    mails = try draft.rows(list).map { row in
      guard case .mail(let mail) = campaign.mail(for: row) else { throw Broken() }
      return mail
    }
    for mail in mails { digester.add(mail) }
    let summary = digester.finish()
    let content = Content(RequestHead(draft, profile: profile), profile: profile)
    let now = Reservation(milliseconds: LocalService.start)
    let approval = Approval(
      template: draft.name, content: content, list: summary, schedule: .immediate,
      consents: [Approval.Consent(by: "me", at: now)])
    let approved = try ApprovedCampaign(
      campaign, content: content, list: summary, schedule: .immediate, approvals: [approval],
      terms: .init(), now: now)
    dispatch =
      isRehearsal
      ? Dispatch(rehearsing: campaign, profile: profile, list: summary.digest)
      : Dispatch(approved, profile: profile)
    var limits = Batching.Limits()
    limits.recipients = recipients
    self.limits = limits
    let credentials = try Credentials(
      profile,
      variables: [
        "NAVER_ACCESS_KEY": "sandbox", "NAVER_SECRET_KEY": "sandbox",
        "NAVER_OUTBOUND_MAILER_API_ENDPOINT": origin + "/api/v1",
        "NCLOUD_ACCESS_KEY": "sandbox", "NCLOUD_SECRET_KEY": "sandbox",
        "NCLOUD_SENS_API_ENDPOINT": origin,
        "NCLOUD_SENS_MAIL_SERVICE_ID": "ncp:mail:kr:1:main",
      ])
    gateway = Gateway(credentials, over: service) { service.now }
  }

  /// Time that only waits move.
  var surroundings: Surroundings {
    Surroundings(
      now: { service.now }, pause: { service.pass($0) }, isInterrupted: { false })
  }

  /// All batches.
  var batches: [NumberedBatch] {
    var batcher = Batcher(dispatch, limits: limits)
    var batches = mails.compactMap { batcher.add($0) }
    if let last = batcher.finish() { batches.append(last) }
    return batches
  }

  var plan: SendPlan {
    var plan = SendPlan()
    for batch in batches { plan.add(batch) }
    return plan
  }

  /// Sends everything that the ledger does not know, as the tool does: looks up what is open first.
  ///
  /// - Returns: what became of each batch.
  @discardableResult
  func run(
    _ storage: MemoryStorage, stopsAtFailure: Bool = true
  ) throws(PublishingError) -> [Publisher<MemoryStorage>.Delivery] {
    var ledger = try Ledger(storage)
    let plan = plan
    let send: LedgerEntry.Send
    if let earlier = ledger.history.lastSend {
      send = earlier
      let found: [(number: Int, requestID: String)]
      do throws(LookupError) {
        found = try Reconciliation.found(
          of: send, in: ledger.history, plan, dispatch, through: gateway, surroundings)
      } catch {
        return []
      }
      for (number, id) in found {
        try ledger.settle(
          number, .resolved(isSent: true, requestID: id), time: surroundings.now())
      }
    } else {
      send = try ledger.begin(
        LedgerEntry.Send(
          number: 0, time: surroundings.now(), purpose: .list, profile: dispatch.profile.name,
          content: dispatch.content.hex, list: dispatch.list.hex, people: mails.count,
          batchRecipients: limits.recipients, batchBytes: limits.bytes))
    }
    var publisher = try Publisher(dispatch, plan, send, through: gateway, ledger, surroundings)
    var deliveries: [Publisher<MemoryStorage>.Delivery] = []
    for batch in batches {
      let delivery = try publisher.deliver(batch)
      deliveries.append(delivery)
      if case .outcome(let outcome) = delivery, stopsAtFailure {
        guard case .accepted = outcome else { break }
      }
    }
    return deliveries
  }
}
