import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct LedgerTests {
  private static let results: [LedgerEntry.Result] = [
    .accepted(requestID: "20181203\"\n", count: 10), .refused(status: 400, code: "77102"),
    .refused(status: nil, code: nil), .unknown(status: 504), .unknown(status: nil),
  ]

  static let send = LedgerEntry.Send(
    number: 0, time: 0, purpose: .list, profile: "com", content: "c0", list: "11", people: 51,
    batchRecipients: 10, batchBytes: 1000, first: 3, reason: "a \"b\"")

  static func intent(_ batch: Int, digest: String, recipients: Int = 1) -> LedgerEntry.Intent {
    LedgerEntry.Intent(
      number: 0, time: batch, send: 1, batch: batch, rows: batch...batch + 1, digest: digest,
      recipients: recipients)
  }

  /// Writes a request for each result, the last without one.
  private func write(to storage: MemoryStorage) throws(PublishingError) {
    var ledger = try Ledger(storage)
    _ = try ledger.begin(Self.send)
    for (index, result) in Self.results.enumerated() {
      let number = try ledger.begin(
        Self.intent(index + 1, digest: "ab\(index)", recipients: 10))
      // Here the request would leave.
      try ledger.settle(number, result, time: index)
    }
    _ = try ledger.begin(Self.intent(6, digest: "cd"))
  }

  @Test func `what was written is read back`() throws {
    let storage = MemoryStorage()
    try write(to: storage)
    let history = try LedgerHistory(storage.bytes)
    #expect(history.submissions.map(\.result) == Self.results + [nil])
    #expect(history.open.map(\.intent.number) == [4, 5, 6])
    #expect(history.submissions.filter(\.isSent).map(\.intent.number) == [1])
    #expect(history.submissions.first?.intent.digest == "ab0")
    var send = Self.send
    send.number = 1
    #expect(history.sends == [send] && history.lastSend == send)
    #expect(history.submissions(of: send) == history.submissions)
    #expect(history.submissions.first?.requestID == "20181203\"\n")
    #expect(history.recipients(since: 0) == 10 + 10 + 10 + 1)
    #expect(history.recipients(since: 5) == 10 + 1)
    #expect(storage.bytes == storage.safeBytes)
  }

  @Test func `an open request is resolved by hand, and only once`() throws {
    let storage = MemoryStorage()
    try write(to: storage)
    var ledger = try Ledger(storage)
    try ledger.settle(4, .resolved(isSent: true, requestID: "r9"), time: 10)
    try ledger.settle(6, .resolved(isSent: false, requestID: nil), time: 10)
    let history = try Ledger(MemoryStorage(storage.bytes)).history
    #expect(history == ledger.history)
    #expect(history.open.map(\.intent.number) == [5])
    #expect(history.submissions[3].isSent && !history.submissions[5].isSent)
    #expect(throws: PublishingError.self) {
      try ledger.settle(4, .resolved(isSent: false, requestID: nil), time: 11)
    }
  }

  @Test func `an outcome of nothing, or of something settled, is refused`() throws {
    for number in [0, 1, -1, Int.max, Int.min] {
      var ledger = try Ledger(MemoryStorage())
      #expect(throws: PublishingError.self) {
        try ledger.settle(number, .unknown(status: nil), time: 0)
      }
    }
  }

  /// Whatever fails and whenever the power goes: no request has left without its intent on the disk.
  @Test func `a failure at any call leaves a ledger that knows every request that left`() throws {
    var call = 1
    var isDone = false
    while !isDone {
      let storage = MemoryStorage()
      storage.failingCall = call
      var left = 0
      do throws(PublishingError) {
        var ledger = try Ledger(storage)
        _ = try ledger.begin(Self.send)
        for result in Self.results {
          let number = try ledger.begin(Self.intent(1, digest: "x"))
          left += 1
          try ledger.settle(number, result, time: 0)
        }
        isDone = true
      } catch {}
      for bytes in [storage.bytes, storage.safeBytes] {
        let history = try Ledger(MemoryStorage(bytes)).history
        #expect(history.submissions.count >= left, "call \(call)")
        #expect(history.submissions.count <= left + 1, "call \(call)")
        for (submission, result) in zip(history.submissions, Self.results) {
          #expect(submission.result == nil || submission.result == result, "call \(call)")
        }
      }
      call += 1
      try #require(call < 100)
    }
    #expect(call > 20)
  }

  @Test func `after a failed write nothing more is taken`() throws {
    let storage = MemoryStorage()
    var ledger = try Ledger(storage)
    storage.failingCall = 2
    #expect(throws: PublishingError.self) { try ledger.begin(Self.send) }
    storage.failingCall = .max
    #expect(throws: PublishingError.self) { try ledger.begin(Self.send) }
  }

  @Test func `a ledger cut off anywhere is read up to its last whole line`() throws {
    let storage = MemoryStorage()
    try write(to: storage)
    let whole = try LedgerHistory(storage.bytes)
    for length in 0...storage.bytes.count {
      let torn = MemoryStorage(Array(storage.bytes[..<length]))
      var ledger = try Ledger(torn)
      let count = ledger.history.submissions.count
      #expect(
        Array(whole.submissions.map(\.intent).prefix(count))
          == ledger.history.submissions.map(\.intent))
      _ = try ledger.begin(Self.send)
      _ = try ledger.begin(Self.intent(1, digest: "next"))
      #expect(try LedgerHistory(torn.bytes) == ledger.history)
    }
  }

  /// An editor may take the last line feed away: the request has left for all that.
  @Test func `a whole entry without its line feed counts`() throws {
    let storage = MemoryStorage()
    try write(to: storage)
    let cut = MemoryStorage(storage.bytes.dropLast())
    #expect(try LedgerHistory(cut.bytes) == LedgerHistory(storage.bytes))
    let ledger = try Ledger(cut)
    #expect(ledger.history.open.map(\.intent.number) == [4, 5, 6])
    #expect(cut.safeBytes == storage.bytes)
  }

  @Test(arguments: ["", "{", "{\"schema\":1,\"kind\":\"int"])
  func `zeros of a power failure are cut off`(text: String) throws {
    let storage = MemoryStorage()
    try write(to: storage)
    let torn = MemoryStorage(storage.bytes + Array(text.utf8) + [0, 0, 0])
    #expect(try Ledger(torn).history == LedgerHistory(storage.bytes))
    #expect(torn.bytes == storage.bytes)
  }

  @Test(arguments: [
    "x", "{\"a\": 1}", "address\rme@x.example", "{\"schema\":2,\"kind\":\"sen", "\0x",
  ])
  func `a file that is no ledger stays as it is`(text: String) throws {
    let storage = MemoryStorage(Array(text.utf8))
    #expect(throws: PublishingError.self) { try Ledger(storage) }
    #expect(storage.bytes == Array(text.utf8))
  }

  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "-1", "1e3", "99999999999999999999",
  ])
  func `a number that nothing is counted to stops everything`(number: String) throws {
    let storage = MemoryStorage()
    try write(to: storage)
    let text = String(decoding: storage.bytes, as: UTF8.self)
    for field in [
      "\"people\":51,", "\"recipients\":10}", "\"time\":0,", "\"firstRow\":1,",
      "\"lastRow\":2,", "\"batchBytes\":1000,", "\"send\":1,", "\"batch\":1,",
      "\"number\":1,",
    ] {
      let name = field.prefix { $0 != ":" }
      let changed = text.replacing(
        field, with: "\(name):\(number)\(field.suffix(1))", maxReplacements: 1)
      #expect(changed != text, "\(field)")
      #expect(throws: PublishingError.self, "\(field)") {
        try LedgerHistory(Array(changed.utf8))
      }
    }
    let count = text.replacing("\"count\":10", with: "\"count\":\(number)")
    #expect(try LedgerHistory(Array(count.utf8)).submissions.first?.shortfall == 0)
  }

  @Test(arguments: [
    "x\n", "\n", "{}\n", "{\"schema\":2,\"kind\":\"intent\",\"number\":1,\"time\":0}\n",
    "{\"schema\":1,\"kind\":\"accepted\",\"number\":1,\"time\":0,\"requestId\":\"1\"}\n",
    "{\"schema\":1,\"kind\":\"intent\",\"number\":1,\"time\":0,\"send\":1,\"batch\":1,\"firstRow\":1,\"lastRow\":1,\"digest\":\"\",\"recipients\":1}\n",
    "{\"schema\":1,\"kind\":\"send\",\"number\":2,\"time\":0,\"purpose\":\"list\",\"profile\":\"com\",\"content\":\"\",\"list\":\"\",\"people\":1,\"batchRecipients\":1,\"batchBytes\":1}\n",
    "{\"schema\":1,\"kind\":\"lost\",\"number\":1,\"time\":0}\n",
  ])
  func `a whole line that makes no sense stops everything`(text: String) throws {
    let error = #expect(throws: PublishingError.self) {
      try Ledger(MemoryStorage(Array(text.utf8)))
    }
    #expect(try #require(error).message.text(.english).contains("line 1 "))
  }

  @Test func `a file is made, locked, kept and read again`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x.jsonl").path
    do {
      var ledger = try Ledger(LedgerFile(path, shownAs: "x.jsonl"))
      _ = try ledger.begin(Self.send)
      _ = try ledger.begin(Self.intent(5, digest: "d", recipients: 3))
      let error = #expect(throws: PublishingError.self) { try LedgerFile(path, shownAs: "x.jsonl") }
      #expect(try #require(error).message.text(.english).contains("another run"))
      try ledger.settle(1, .accepted(requestID: "r", count: 3), time: 6)
    }
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    #expect(
      text == """
        {"schema":1,"kind":"send","number":1,"time":0,"purpose":"list","profile":"com","content":"c0","list":"11","people":51,"batchRecipients":10,"batchBytes":1000,"first":3,"reason":"a \\"b\\""}
        {"schema":1,"kind":"intent","number":1,"time":5,"send":1,"batch":5,"firstRow":5,"lastRow":6,"digest":"d","recipients":3}
        {"schema":1,"kind":"accepted","number":1,"time":6,"requestId":"r","count":3}

        """)
    try Data((text + "{\"sch").utf8).write(to: URL(filePath: path))
    let history = try Ledger(LedgerFile(path, shownAs: "x.jsonl")).history
    #expect(history.submissions.map(\.isSent) == [true])
    #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == text)
  }

  @Test func `a disk that is full is an error`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let file = try LedgerFile("/dev/full", shownAs: "full")
    #expect(throws: PublishingError.self) { try file.append([1]) }
  }
}
