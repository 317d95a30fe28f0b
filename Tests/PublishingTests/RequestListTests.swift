import Composing
import Hashing
import Linting
import Mailing
import Publishing
import Recipients
import Testing

@Suite struct RequestListTests {
  private func list(_ sending: Sending) throws -> RequestList {
    let now = sending.service.now
    return try RequestList(
      sending.gateway, now - 1_000_000...now, sender: "sender@example.com", sending.surroundings)
  }

  @Test(arguments: Profile.all.map(\.name))
  func `pages are put together, for either service`(name: String) throws {
    let sending = try Sending(
      people: 250, recipients: 1, profile: try #require(Profile.named(name)))
    try sending.run(MemoryStorage())
    let items = try list(sending).items
    #expect(items.count == 250)
    #expect(items.map(\.address) == (0..<250).map { "p\($0)@x.example" })
    #expect(Set(items.map(\.id)).count == 250)
    #expect(items.allSatisfy { $0.title == "Hello ${NAME_title}" && $0.counts == [1, 1] })
  }

  @Test func `another sender's requests are not listed`() throws {
    let sending = try Sending()
    try sending.run(MemoryStorage())
    let now = sending.service.now
    let list = try RequestList(
      sending.gateway, 0...now, sender: "other@example.com", sending.surroundings)
    #expect(list.items.isEmpty)
  }

  @Test func `what was sent before is found, unless the ledger has it`() throws {
    let sending = try Sending()
    let storage = MemoryStorage()
    try sending.run(storage)
    let list = try list(sending)
    let entries = sending.plan.entries
    let hits = Duplicates(of: sending.dispatch, in: list, except: []).hits(entries)
    #expect(hits.count == 3)
    let known = Set(try LedgerHistory(storage.bytes).submissions.compactMap(\.requestID))
    #expect(Duplicates(of: sending.dispatch, in: list, except: known).hits(entries).isEmpty)
    let other = try Sending(title: "Other $<NAME>")
    #expect(Duplicates(of: other.dispatch, in: list, except: []).hits(entries).isEmpty)
    // The list may have been cut otherwise.
    let larger = try Sending(people: 40, recipients: 20)
    #expect(
      Duplicates(of: larger.dispatch, in: list, except: []).hits(larger.plan.entries).count == 3)
  }

  @Test func `single mails with the same title are those of other programs`() throws {
    let single = try Sending(people: 3, recipients: 1)
    try single.run(MemoryStorage())
    let list = try list(single)
    let larger = try Sending(people: 39, recipients: 20)
    #expect(
      Duplicates(of: larger.dispatch, in: list, except: []).hits(larger.plan.entries).isEmpty)
    #expect(
      Duplicates(of: single.dispatch, in: list, except: []).hits(single.plan.entries).count == 3)
  }

  @Test func `an open batch is known again by its people`() throws {
    let sending = try Sending()
    try sending.run(MemoryStorage())
    let duplicates = Duplicates(of: sending.dispatch, in: try list(sending), except: [])
    let ids = sending.plan.entries.map { duplicates.candidates(for: $0).map(\.id) }
    // The first and the third have four people each; the address tells them apart.
    #expect(ids.allSatisfy { $0.count == 1 })
    #expect(Set(ids.flatMap(\.self)).count == 3)
  }

  /// A service may give less on a page than it was asked for, and say that more follows.
  @Test func `a short page is not the last unless it says so`() throws {
    let pages = ["[{\"requestId\":\"1\"}],\"last\":false", "[{\"requestId\":\"2\"}],\"last\":true"]
    let transport = RecordedTransport(
      pages.map { .success(HTTPResponse(200, body: Array("{\"content\":\($0)}".utf8))) })
    let sending = try Sending()
    let gateway = Gateway(sending.gateway.credentials, over: transport) { 0 }
    let list = try RequestList(gateway, 0...1, sender: "a@b.example", sending.surroundings)
    #expect(list.items.map(\.id) == ["1", "2"])
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "-1"])
  func `counts that cannot be are none`(number: String) throws {
    let sending = try Sending()
    let state = "{\"status\":{\"code\":\"S\"},\"count\":\(number)}"
    let body = "{\"requestCount\":4,\"finishCount\":4,\"countsByStatus\":[\(state),\(state)]}"
    for text in [body, body.replacing("\"requestCount\":4", with: "\"requestCount\":\(number)")] {
      let answer = HTTPResponse(200, body: Array(text.utf8))
      let transport = RecordedTransport([.success(answer)])
      let gateway = Gateway(sending.gateway.credentials, over: transport) { 0 }
      #expect(throws: LookupError.self) {
        try RequestStatus("1", gateway, sending.surroundings)
      }
    }
    let receipt = HTTPResponse(201, body: Array("{\"requestId\":\"1\",\"count\":\(number)}".utf8))
    guard case .accepted(let taken) = Outcome(.success(receipt)) else {
      Issue.record("not accepted")
      return
    }
    #expect(taken.count == nil)
  }

  @Test(arguments: [
    "{\"content\":[{\"title\":\"x\"}]}", "{\"content\":[1]}", "", "{", "{}", "{\"content\":1}",
    "{\"content\":{}}", "<html>",
  ])
  func `a list that makes no sense is no empty list`(body: String) throws {
    let answer = HTTPResponse(200, body: Array(body.utf8))
    let transport = RecordedTransport([.success(answer), .success(answer)])
    let sending = try Sending()
    let gateway = Gateway(sending.gateway.credentials, over: transport) { 0 }
    #expect(throws: LookupError.self) {
      try RequestList(gateway, 0...1, sender: "a@b.example", sending.surroundings)
    }
  }

  @Test(arguments: Profile.all.map(\.name))
  func `states are counted by code, whatever the language`(name: String) throws {
    let sending = try Sending(profile: try #require(Profile.named(name)))
    try sending.run(MemoryStorage())
    let id = try #require(try list(sending).items.first?.id)
    let before = try RequestStatus(id, sending.gateway, sending.surroundings)
    #expect(before.mails == 4 && !before.isFinished)
    sending.service.pass(10_000)
    let after = try RequestStatus(id, sending.gateway, sending.surroundings)
    #expect(after.isFinished && after.finished == 4)
    #expect(after.counts == (name == "com" ? ["S": 4] : ["COMPLETED": 4]))
    #expect(throws: LookupError.self) {
      try RequestStatus("nothing/../x", sending.gateway, sending.surroundings)
    }
  }
}
