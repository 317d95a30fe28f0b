import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Whatever the service answers: the right class, sentence and exit status, and nothing sent twice.
@Suite struct SendFaultTests {
  private static let python = [
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Fault: Sendable, CustomTestStringConvertible {
    var way = "answer"
    var status = 0
    var body = ""
    /// Whether the request may have been taken.
    let isUnknown: Bool
    /// What the sentence says.
    let words: String
    /// How often the request left.
    var attempts = 1

    var testDescription: String { "\(way) \(status) \(body.prefix(20))" }
  }

  private static func json(_ code: String, _ key: String = "errorCode") -> String {
    "{\"error\":{\"\(key)\":\"\(code)\",\"message\":\"m\"}}"
  }

  private static let faults: [Fault] = [
    Fault(way: "reset-before-body", isUnknown: true, words: "may have taken it"),
    Fault(way: "reset-after-body", isUnknown: true, words: "may have taken it"),
    Fault(way: "half", isUnknown: true, words: "may have taken it"),
    Fault(status: 400, body: json("77102", "code"), isUnknown: false, words: "400 77102 'm'"),
    Fault(
      status: 400, body: "<error><message>x</message></error>", isUnknown: false, words: "400 'x'"),
    Fault(status: 400, isUnknown: false, words: "does not take this request"),
    Fault(
      status: 401, body: json("200"), isUnknown: false, words: "keys do not count", attempts: 2),
    Fault(
      way: "challenge", status: 401, isUnknown: false, words: "keys do not count", attempts: 2),
    Fault(status: 401, body: json("210"), isUnknown: false, words: "may not do this"),
    Fault(status: 403, body: json("77202", "code"), isUnknown: false, words: "not subscribed"),
    Fault(status: 404, body: json("300"), isUnknown: false, words: "zone and region"),
    Fault(status: 405, body: "garbage", isUnknown: false, words: "zone and region"),
    Fault(status: 413, body: json("430"), isUnknown: false, words: "batchBytes"),
    Fault(status: 415, body: json("77002", "code"), isUnknown: false, words: "415 77002"),
    Fault(status: 429, body: json("400"), isUnknown: false, words: "quota"),
    Fault(
      status: 429, body: json("410"), isUnknown: false, words: "too many requests", attempts: 9),
    Fault(status: 500, body: json("900"), isUnknown: true, words: "may have taken it"),
    Fault(status: 500, body: json("77301", "code"), isUnknown: false, words: "default project"),
    Fault(status: 503, body: json("500"), isUnknown: true, words: "may have taken it"),
    Fault(
      status: 504, body: "<error><errorCode>510</errorCode></error>", isUnknown: true,
      words: "504 510"),
    Fault(status: 201, body: "garbage", isUnknown: true, words: "201"),
  ]

  @Test(.enabled(if: python != nil, "python3 is not installed"), arguments: faults)
  func `a failure is told for what it is`(fault: Fault) throws {
    let project = try SendProject(people: 6, recipients: 4)
    defer { project.folder.remove() }
    let service = try FaultyService(Self.python ?? "", fault.way, fault.status, fault.body)
    let result = try project.send(service.origin)
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains(fault.words), "\(result.errors)")
    #expect(result.text.contains(fault.isUnknown ? "unknown" : "refused"), "\(result.text)")
    #expect(result.text.contains("--resume"), "\(result.text)")
    #expect(project.ledger().contains(fault.isUnknown ? "\"unknown\"" : "\"refused\""))
    // The second request did not leave behind the first.
    #expect(service.end().count { $0.hasPrefix("POST") } == fault.attempts)
  }

  /// The service may call a request what it likes; nobody has to read all of that.
  @Test(.enabled(if: python != nil, "python3 is not installed"))
  func `a request's name is shown as far as anybody reads it`() throws {
    let project = try SendProject(people: 6, recipients: 4)
    defer { project.folder.remove() }
    let name = String(repeating: "7", count: 100_000)
    let service = try FaultyService(
      Self.python ?? "", "answer", 201, "{\"requestId\":\"\(name)\",\"count\":4}")
    let result = try project.send(service.origin)
    #expect(result.text.contains("7777…") && project.ledger().contains(name), "\(result.errors)")
    #expect(result.text.utf8.count < 2000 && result.errors.utf8.count < 2000)
  }

  @Test func `without a connection nothing was sent`() throws {
    let project = try SendProject(people: 6)
    defer { project.folder.remove() }
    for origin in ["http://127.0.0.1:1", "https://mail.apigw.ntruss.invalid"] {
      let result = try project.send(origin)
      #expect(result.status == 3 && result.errors.contains("no connection"), "\(result.errors)")
      #expect(result.errors.contains("nothing is sent"))
      #expect(project.ledger().isEmpty)
    }
  }
}

/// A service of its own kind: see `Clients/faulty.py`.
final class FaultyService {
  private let process = Process()
  private let output = Pipe()
  let origin: String

  init(_ python: String, _ way: String, _ status: Int, _ body: String) throws {
    process.executableURL = URL(filePath: python)
    process.arguments = [
      Checkout.url.appending(path: "Tests/EndToEndTests/Clients/faulty.py").path, way,
      "\(status)", body,
    ]
    process.standardOutput = output
    try process.run()
    var port = ""
    while !port.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      port += String(decoding: data, as: UTF8.self)
    }
    origin = "http://127.0.0.1:\(port.split(separator: "\n").first ?? "")"
  }

  deinit { stop() }

  /// What a thread blocks for itself its programs do not hear either, but this.
  private func stop() { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Ends it.
  ///
  /// - Returns: the first line of each request.
  func end() -> [String] {
    stop()
    process.waitUntilExit()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
