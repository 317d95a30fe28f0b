import Composing
import Diagnostics
import Hashing
import Mailing
import Publishing
import Testing

/// Each person is sent a mail at most once, whatever goes wrong and whenever.
@Suite struct PublisherTests {
  private static let everybody = (0..<11).map { "p\($0)@x.example" }

  @Test(arguments: Profile.all.map(\.name))
  func `everybody is sent one mail, and a second run sends nothing`(name: String) throws {
    let sending = try Sending(profile: try #require(Profile.named(name)))
    let storage = MemoryStorage()
    try sending.run(storage)
    #expect(sending.service.taken.flatMap(\.self) == Self.everybody)
    #expect(sending.service.taken.map(\.count) == [4, 3, 4])
    let again = try sending.run(storage)
    #expect(sending.service.taken.count == 3)
    #expect(again.allSatisfy { if case .known = $0 { true } else { false } })
    let history = try LedgerHistory(storage.bytes)
    #expect(history.submissions.map(\.isSent) == [true, true, true])
    #expect(history.submissions.map(\.intent.rows) == [2...5, 6...8, 9...12])
    #expect(history.submissions.map(\.intent.digest) == sending.plan.entries.map(\.digest))
  }

  @Test func `one mail for all is not counted short`() throws {
    let sending = try Sending(title: "Hello", fields: ", \"individual\": false")
    let storage = MemoryStorage()
    try sending.run(storage)
    let history = try LedgerHistory(storage.bytes)
    #expect(history.submissions.map(\.intent.recipients) == [11])
    #expect(history.submissions.map(\.isSent) == [true])
    #expect(history.submissions.map(\.shortfall) == [0])
  }

  @Test func `the batches' people are those that were approved`() throws {
    let sending = try Sending()
    var batcher = Batcher(sending.dispatch, limits: sending.limits)
    for mail in sending.mails { _ = batcher.add(mail) }
    #expect(batcher.listDigest() == sending.dispatch.list)
  }

  @Test func `too many requests at once are sent after a while`() throws {
    let sending = try Sending(LocalService("throttle=0.7"))
    let start = sending.service.now
    try sending.run(MemoryStorage())
    #expect(sending.service.taken.flatMap(\.self) == Self.everybody)
    #expect(sending.service.now - start > 1000)
    #expect(sending.service.calls.count > 3)
  }

  /// The n-th write fails, n = 1, 2, …, and the power goes or not; then somebody goes on, with a
  /// service that drops answers too.
  @Test(arguments: ["", "drop-after-accept=0.3,error500=0.2,error504=0.2"])
  func `a failure at any write sends nobody anything twice`(faults: String) throws {
    var call = 1
    var isDone = false
    while !isDone {
      for losesPower in [false, true] {
        let sending = try Sending(LocalService(faults, seed: UInt64(call)))
        let storage = MemoryStorage()
        storage.failingCall = call
        do throws(PublishingError) {
          try sending.run(storage)
          isDone = true
        } catch {}
        let kept = MemoryStorage(losesPower ? storage.safeBytes : storage.bytes)
        // Each run ends at the first failure; what is open stays so unless the list shows it.
        for _ in 0..<20 { try sending.run(kept) }
        let history = try Ledger(kept).history
        var counts: [String: Int] = [:]
        for address in sending.service.taken.flatMap(\.self) { counts[address, default: 0] += 1 }
        #expect(counts.values.allSatisfy { $0 == 1 }, "call \(call)")
        let open = Set(history.open.map(\.intent.batch))
        let unknown = sending.batches.filter { open.contains($0.number) }
          .reduce(0) { $0 + $1.batch.recipients }
        let refused = sending.mails.count - counts.count
        #expect(refused <= unknown, "call \(call): \(refused) were not sent, \(unknown) unknown")
        for submission in history.submissions where submission.isSent {
          #expect(submission.requestID?.isEmpty == false)
        }
      }
      call += 1
      try #require(call < 60)
    }
    #expect(call > 8)
  }

  @Test func `what nobody approved goes to this machine alone`() throws {
    let rehearsal = try Sending(isRehearsal: true)
    try rehearsal.run(MemoryStorage())
    #expect(rehearsal.service.taken.count == 3)
    let real = try Sending(isRehearsal: true, origin: "https://mail.apigw.ntruss.com")
    #expect(throws: PublishingError.self) { try real.run(MemoryStorage()) }
    #expect(real.service.calls.isEmpty)
  }

  @Test func `a batch that is not the planned one does not leave`() throws {
    let sending = try Sending()
    let other = try Sending(people: 3)
    let storage = MemoryStorage()
    var ledger = try Ledger(storage)
    let send = try ledger.begin(LedgerTests.send)
    var publisher = try Publisher(
      sending.dispatch, sending.plan, send, through: sending.gateway, ledger,
      sending.surroundings)
    let first = try #require(other.batches.first)
    #expect(throws: PublishingError.self) { try publisher.deliver(first) }
    #expect(sending.service.calls.isEmpty)
    #expect(try LedgerHistory(storage.bytes).submissions.isEmpty)
  }

  /// Batch numbers say who got it only as long as they stand for the same people.
  @Test func `a ledger of other batches is not gone on with`() throws {
    let sending = try Sending()
    let storage = MemoryStorage()
    try sending.run(storage)
    let plan = sending.plan
    let text = String(decoding: storage.bytes, as: UTF8.self)
    let digest = try #require(plan.entries.first?.digest)
    for (old, new) in [
      (digest, "00"), ("\"batch\":3", "\"batch\":4"), ("\"recipients\":3", "\"recipients\":4"),
    ] {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      #expect(throws: PublishingError.self) { try sending.run(MemoryStorage(Array(changed.utf8))) }
    }
    let larger = try Sending(sending.service, recipients: 5)
    #expect(throws: PublishingError.self) { try larger.run(MemoryStorage(storage.bytes)) }
    #expect(sending.service.taken.count == 3)
  }

  @Test func `a signature that came too late is made once more, a wrong one is not`() throws {
    let answers: [(date: String?, calls: Int)] = [
      (nil, 2), ("Wed, 25 Nov 2026 07:00:00 GMT", 2), ("Wed, 25 Nov 2026 08:00:00 GMT", 1),
    ]
    for answer in answers {
      var response = HTTPResponse(401)
      if let date = answer.date { response.headers.add("Date", date) }
      let transport = RecordedTransport([.success(response), .success(response)])
      let sending = try Sending()
      let gateway = Gateway(sending.gateway.credentials, over: transport) { LocalService.start }
      let surroundings = Surroundings(
        now: { LocalService.start }, pause: { _ in }, isInterrupted: { false })
      var ledger = try Ledger(MemoryStorage())
      let send = try ledger.begin(LedgerTests.send)
      var publisher = try Publisher(
        sending.dispatch, sending.plan, send, through: gateway, ledger, surroundings)
      let delivery = try publisher.deliver(try #require(sending.batches.first))
      guard case .outcome(.refused(let refusal)) = delivery else {
        Issue.record("\(delivery)")
        continue
      }
      #expect(transport.requests.count == answer.calls, "\(answer)")
      #expect(refusal.isLate(at: LocalService.start) == (answer.calls == 1))
    }
  }

  @Test func `an interruption ends a wait`() throws {
    let sending = try Sending(LocalService("throttle=1"))
    let surroundings = Surroundings(
      now: { sending.service.now }, pause: { _ in }, isInterrupted: { true })
    var ledger = try Ledger(MemoryStorage())
    let send = try ledger.begin(LedgerTests.send)
    var publisher = try Publisher(
      sending.dispatch, sending.plan, send, through: sending.gateway, ledger, surroundings)
    _ = try publisher.deliver(try #require(sending.batches.first))
    #expect(sending.service.calls.count == 1)
    #expect(publisher.history.submissions.first?.isOpen == false)
  }
}
