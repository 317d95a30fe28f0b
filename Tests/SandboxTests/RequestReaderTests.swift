import Publishing
import TestSupport
import Testing

@testable import Sandbox

@Suite struct RequestReaderTests {
  /// What a reader makes of bytes, in words.
  private static func outcome(
    _ pieces: [ArraySlice<UInt8>], _ limits: ServerLimits = ServerLimits()
  ) -> [String] {
    var reader = RequestReader(limits)
    var steps: [String] = []
    for piece in pieces {
      reader.add(piece)
      var isWaiting = false
      while !isWaiting {
        switch reader.next() {
        case .incomplete: isWaiting = true
        case .awaitsContinue: steps.append("continue")
        case .refused(let refusal): steps.append("\(refusal.status)")
        case .request(let request, let keepsAlive):
          let body = String(decoding: request.body, as: UTF8.self)
          steps.append("\(request.method) \(request.target) \(body) \(keepsAlive)")
        }
      }
    }
    return steps
  }

  private static func outcome(_ text: String, _ limits: ServerLimits = ServerLimits()) -> [String] {
    outcome([Array(text.utf8)[...]], limits)
  }

  private static let conversation =
    "\r\nGET /a?b=%20 HTTP/1.1\r\nHost: x\r\n\r\n"
    + "POST /c HTTP/1.1\nhost: x\nContent-Length: 5\n\nhello"
    + "POST /d HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    + "3;x=y\r\nabc\r\n0a\r\n0123456789\r\n0\r\nTrailer: z\r\n\r\n"
    + "GET /e HTTP/1.0\r\n\r\n"

  private static let answers = [
    "GET /a?b=%20  true", "POST /c hello true", "POST /d abc0123456789 true", "GET /e  false",
  ]

  @Test func `a conversation is the same wherever it is cut`() {
    let bytes = Array(Self.conversation.utf8)
    #expect(Self.outcome([bytes[...]]) == Self.answers)
    #expect(Self.outcome(bytes.indices.map { bytes[$0...$0] }) == Self.answers)
    for cut in 0...bytes.count {
      #expect(Self.outcome([bytes[..<cut], bytes[cut...]]) == Self.answers)
    }
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\n", "400"),
    ("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400"),
    ("GET / HTTP/2.0\r\nHost: x\r\n\r\n", "505"),
    ("GET x HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
    ("GET  / HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
    ("get / HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
    ("GET /é HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
    ("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", "400"),
    ("GET / HTTP/1.1\r\nHost : x\r\n\r\n", "400"),
    ("GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\nx", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\nx", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\nx", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\nx", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", "413"),
    (
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "400"
    ),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", "501"),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", "400"),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", "413"),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", "400"),
    ("\u{16}\u{3}\u{1}\r\n\r\n", "400"),
  ])
  func `what could be read in two ways is refused`(text: String, status: String) {
    #expect(Self.outcome(text + "GET / HTTP/1.1\r\nHost: x\r\n\r\n") == [status])
  }

  @Test func `a client that waits for a word gets one`() {
    let head = "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
    #expect(
      Self.outcome([Array(head.utf8)[...], Array("ok".utf8)[...]]) == [
        "continue", "POST / ok true",
      ])
    #expect(Self.outcome(head + "ok") == ["POST / ok true"])
  }

  @Test func `limits hold at the byte`() {
    var limits = ServerLimits()
    limits.headBytes = 64
    limits.bodyBytes = 3
    limits.fields = 2
    let head = "GET / HTTP/1.1\r\nHost: x\r\nA: "
    let fill = String(repeating: "a", count: 64 - head.utf8.count - 4)
    #expect(Self.outcome(head + fill + "\r\n\r\n", limits).count == 1)
    #expect(Self.outcome(head + fill + "\r\n\r\n", limits) != ["431"])
    #expect(Self.outcome(head + fill + "a\r\n\r\n", limits) == ["431"])
    #expect(Self.outcome(head + String(repeating: "a", count: 64), limits) == ["431"])
    #expect(Self.outcome("GET / HTTP/1.1\r\nHost: x\r\nA:\r\nB:\r\n\r\n", limits) == ["431"])
    let post = "POST / HTTP/1.1\r\nHost: x\r\n"
    #expect(Self.outcome(post + "Content-Length: 3\r\n\r\nabc", limits) == ["POST / abc true"])
    #expect(Self.outcome(post + "Content-Length: 4\r\n\r\n", limits) == ["413"])
    limits.headBytes = 200
    let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"
    #expect(Self.outcome(chunked + "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n", limits) == ["POST / abc true"])
    #expect(Self.outcome(chunked + "2\r\nab\r\n2\r\n", limits) == ["413"])
    let trailer = "T: " + String(repeating: "t", count: 200) + "\r\n"
    #expect(Self.outcome(chunked + "0\r\n" + trailer, limits) == ["431"])
  }

  @Test func `garbage is refused or waited for, and never traps`() {
    var random = SeededGenerator(seed: 3)
    let whole = Array(Self.conversation.utf8)
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[index] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: "\r\n0:".utf8, at: index)
        }
      }
      let cut = Int.random(in: 0...bytes.count, using: &random)
      let once = Self.outcome([bytes[...]]).filter { $0 != "continue" }
      #expect(Self.outcome([bytes[..<cut], bytes[cut...]]).filter { $0 != "continue" } == once)
    }
  }
}
