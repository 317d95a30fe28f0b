import Diagnostics
import Publishing
import TestSupport
import Testing

@testable import Sandbox

/// The server against clients of every manner; time stands still unless a test moves it.
@Suite struct HTTPServerTests {
  private final class Clock {
    var now = 0
  }

  private let clock = Clock()

  private func server(
    _ limits: ServerLimits = ServerLimits(),
    reply: @escaping (HTTPRequest) -> Reply = {
      .response(HTTPResponse(200, body: Array($0.target.utf8) + $0.body))
    }
  ) throws -> HTTPServer {
    let clock = clock
    return try HTTPServer(port: 0, limits: limits, milliseconds: { clock.now }, handler: reply)
  }

  private static let get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"

  @Test func `a connection is kept for many requests, pipelined ones too`() throws {
    let client = TestClient(try server())
    client.say(Self.get)
    #expect(
      client.text == "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n/a")
    client.forget()
    client.say(
      Self.get + Self.get + "GET /end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + Self.get)
    #expect(client.text.split(separator: "HTTP/1.1 200").count == 3)
    #expect(client.text.hasSuffix("/end") && client.isEnded)
  }

  @Test func `the head alone is sent where it was asked for`() throws {
    let client = TestClient(try server())
    client.say("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(client.text.contains("Content-Length: 4\r\n") && client.text.hasSuffix("\r\n\r\n"))
  }

  @Test func `who waits for a word before the body gets it`() throws {
    let client = TestClient(try server())
    client.say("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
    #expect(client.text == "HTTP/1.1 100 Continue\r\n\r\n")
    client.say("ok")
    #expect(client.text.hasSuffix("/ok"))
  }

  @Test func `a body that is too long is refused, and its sender hears it`() throws {
    var limits = ServerLimits()
    limits.bodyBytes = 10
    let client = TestClient(try server(limits))
    client.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n")
    client.say([UInt8](repeating: 0x61, count: 400_000))
    #expect(client.text.hasPrefix("HTTP/1.1 413 ") && client.text.contains("Connection: close"))
  }

  @Test func `a slow client is told that its time is over`() throws {
    let server = try server()
    let client = TestClient(server)
    client.say("GET /a HTT")
    clock.now = 59_999
    client.say("P/1.1\r\n")
    #expect(!client.isEnded && client.text.isEmpty)
    clock.now = 60_000
    client.turn()
    #expect(client.text.hasPrefix("HTTP/1.1 408 "))
    clock.now = 63_000
    client.turn()
    #expect(client.isEnded && server.clientCount == 0)
  }

  @Test func `an idle client is let go, an active one is not`() throws {
    let server = try server()
    let client = TestClient(server)
    for _ in 0..<5 {
      clock.now += 59_999
      client.say(Self.get)
      #expect(client.text.hasSuffix("/a") && !client.isEnded)
    }
    clock.now += 60_000
    client.turn()
    #expect(client.isEnded && server.clientCount == 0)
  }

  @Test func `who takes no answer is not read from, and is let go`() throws {
    let length = 32 << 20
    let body = [UInt8](repeating: 0x61, count: length)
    var count = 0
    let server = try server { _ in
      count += 1
      return .response(HTTPResponse(200, body: body))
    }
    let client = TestClient(server)
    client.send(Self.get)
    for _ in 0..<5 { server.turn(wait: 1) }
    // More than the system keeps for both waits in the server now.
    client.send(Self.get)
    for _ in 0..<5 { server.turn(wait: 1) }
    #expect(count == 1 && server.clientCount == 1)
    clock.now = 30_000
    server.turn(wait: 1)
    #expect(server.clientCount == 0)
    client.turn()
    #expect(client.isEnded && client.received.count < length)
  }

  @Test func `a long answer is taken bit by bit`() throws {
    let length = 16 << 20
    let server = try server { _ in
      .response(HTTPResponse(200, body: [UInt8](repeating: 0x61, count: length)))
    }
    let client = TestClient(server)
    client.say(Self.get)
    #expect(client.received.count > length && !client.isEnded)
  }

  @Test func `clients beyond the limit wait until one has gone`() throws {
    var limits = ServerLimits()
    limits.connections = 2
    let server = try server(limits)
    var clients = [TestClient(server), TestClient(server), TestClient(server)]
    clients[2].say(Self.get)
    #expect(server.clientCount == 2 && clients[2].text.isEmpty)
    clients.removeFirst()
    clients[1].turn()
    clients[1].turn()
    #expect(clients[1].text.hasSuffix("/a"))
  }

  @Test func `silence, a sudden end and raw bytes are what they say`() throws {
    let server = try server { request in
      switch request.target {
      case "/silence": .silence
      case "/end": .hangUp
      default: .bytes(Array("nonsense".utf8))
      }
    }
    let silent = TestClient(server)
    silent.say("GET /silence HTTP/1.1\r\nHost: x\r\n\r\n" + Self.get)
    #expect(silent.text.isEmpty && !silent.isEnded)
    clock.now = 60_000
    silent.turn()
    #expect(silent.text.isEmpty && silent.isEnded)
    let ended = TestClient(server)
    ended.say("GET /end HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(ended.text.isEmpty && ended.isEnded)
    let raw = TestClient(server)
    raw.say(Self.get)
    #expect(raw.text == "nonsense" && raw.isEnded)
  }

  @Test func `garbage harms nobody else`() throws {
    let server = try server()
    let good = TestClient(server)
    var random = SeededGenerator(seed: 8)
    for _ in 0..<150 {
      let bad = TestClient(server)
      bad.say(
        (0..<Int.random(in: 1...600, using: &random)).map { _ in
          .random(in: 0...255, using: &random)
        })
      good.forget()
      good.say(Self.get)
      #expect(good.text.hasSuffix("/a"))
    }
    good.turn()
    #expect(server.clientCount <= 2)
  }

  @Test func `a port that is taken is said to be`() throws {
    let server = try server()
    let error = #expect(throws: SandboxError.self) {
      try HTTPServer(port: server.port, milliseconds: { 0 }) { _ in .hangUp }
    }
    let text = try #require(error).message.text(.english)
    #expect(text.contains("port \(server.port)") && text.contains("--port"))
  }
}
