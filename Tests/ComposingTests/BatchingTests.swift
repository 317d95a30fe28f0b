import Linting
import Mailing
import TestSupport
import Testing

@testable import Composing

/// Where one request ends and the next begins.
@Suite struct BatchingTests {
  private func batches(
    of people: Int, size: Int = 10, recipients: Int = 10_000, bytes: Int = 1 << 20,
    fields: String = ""
  ) throws -> [Int] {
    let draft = try Draft.of(body: "<p>$<NAME></p>", fields: fields)
    var limits = Batching.Limits()
    limits.recipients = recipients
    limits.bytes = bytes
    var batching = Batching(draft, head: RequestHead(draft, profile: .com), limits: limits)
    var counts = [0]
    for _ in 0..<people {
      if batching.add(size) { counts.append(0) }
      counts[counts.count - 1] += 1
      #expect(batching.number == counts.count - 1)
    }
    return counts
  }

  @Test func `no two that follow each other take equally many`() throws {
    #expect(try batches(of: 28_000) == [10_000, 9_999, 8_001])
    #expect(try batches(of: 30, recipients: 8) == [8, 7, 6, 5, 4])
    #expect(try batches(of: 40, recipients: 8) == [8, 7, 6, 5, 8, 6])
  }

  @Test func `bytes end a batch, but one person always fits`() throws {
    let head = try RequestHead(Draft.of(body: "<p>$<NAME></p>"), profile: .com).json.count
    #expect(try batches(of: 5, size: 99, bytes: head + 200) == [2, 2, 1])
    #expect(try batches(of: 3, size: 5000, bytes: 1000) == [1, 1, 1])
    #expect(try batches(of: 3, recipients: 1) == [1, 1, 1])
  }

  /// A send may be gone on with at another time, and must cut the list as it was cut before.
  @Test func `a time to leave at moves nobody to another batch`() throws {
    let time = "\"reservationDateTime\": \"2026-12-01 19:30\""
    let head = try RequestHead(Draft.of(body: "<p>$<NAME></p>"), profile: .com).json.count
    for bytes in head + 290..<head + 340 {
      #expect(
        try batches(of: 9, size: 99, bytes: bytes)
          == batches(of: 9, size: 99, bytes: bytes, fields: time))
    }
  }

  @Test func `files move nobody to another batch once they have ids`() throws {
    let head = RequestHead(try Draft.of(body: "<p>$<NAME></p>"), profile: .com)
    let ids = (0..<3).map { "file-\($0)" }
    #expect(head.attaching(ids, profile: .com).lastingSize == head.lastingSize)
    #expect(head.lastingSize == head.json.count)
  }

  @Test func `one mail for all is one request`() throws {
    #expect(try batches(of: 20_000, fields: "\"individual\": false") == [20_000])
  }

  @Test func `requests hold everybody once, in order`() throws {
    let draft = try Draft.of(body: "<p>$<NAME></p>")
    var limits = Batching.Limits()
    limits.recipients = 4
    var writer = RequestWriter(draft, profile: .com, limits: limits)
    let list = "address,NAME\n" + (0..<12).map { "p\($0)@x.yy,N\($0)\n" }.joined()
    var requests: [String] = []
    for row in try draft.rows(list) {
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      if let request = writer.add(mail) {
        requests.append(String(decoding: request, as: UTF8.self))
      }
    }
    if let request = writer.finish() { requests.append(String(decoding: request, as: UTF8.self)) }
    #expect(writer.finish() == nil)
    let names = requests.map { $0.matches(of: #/"NAME":"N(\d+)"/#).compactMap { Int($0.output.1) } }
    #expect(names == [[0, 1, 2, 3], [4, 5, 6], [7, 8, 9, 10], [11]])
    #expect(requests.allSatisfy { $0.hasSuffix("]}\n") && $0.hasPrefix("{\"senderAddress\"") })
  }
}
