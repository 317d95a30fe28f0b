import Foundation
import TestSupport
import Testing

/// `tmpl sandbox` as other programs meet it.
@Suite struct SandboxTests {
  private static let python = [
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// A sandbox that runs in a folder.
  private final class Running {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()
    private(set) var announcement = ""

    init(
      _ folder: TemporaryFolder, _ arguments: [String] = [], environment: [String: String] = [:]
    ) throws {
      process.executableURL = try BuiltTool.path()
      process.arguments = ["sandbox", "--port", "0"] + arguments
      process.currentDirectoryURL = folder.url
      process.environment = environment
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      while !announcement.contains("NCLOUD_SENS_API_ENDPOINT") {
        let data = output.fileHandleForReading.availableData
        guard !data.isEmpty else { break }
        announcement += String(decoding: data, as: UTF8.self)
      }
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Where it answers.
    var origin: String {
      announcement.split(separator: "\n").last.map { String($0.drop { $0 != "h" }) } ?? ""
    }

    /// Interrupts it, and tells how it ended and what it said on standard error.
    func interrupt() -> (status: Int32, errors: String) {
      process.interrupt()
      process.waitUntilExit()
      let status = process.terminationReason == .exit ? process.terminationStatus : -1
      let data = errors.fileHandleForReading.readDataToEndOfFile()
      return (status, String(decoding: data, as: UTF8.self))
    }
  }

  @Test(.enabled(if: python != nil, "python3 is not installed"))
  func `a client of the documented API works unchanged`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let sandbox = try Running(folder, ["--store", "outbox"])
    let client = Checkout.url.appending(path: "Tests/EndToEndTests/Clients/client.py").path
    let result = try folder.tool.shell("'\(Self.python ?? "")' '\(client)' \(sandbox.origin) 2>&1")
    #expect(result.text == "done\n")
    let (status, errors) = sandbox.interrupt()
    #expect(status == 0 && errors.contains("mails are shown at http://127.0.0.1:"))
    #expect(folder.files().count == 9 && folder.files().allSatisfy { $0.hasSuffix(".eml") })
  }

  @Test func `keys of the environment and of a file are used and never shown`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("NAVER_SECRET_KEY='hidden-in-file'\nNCLOUD_SECRET_KEY=hidden\n", to: ".env")
    let sandbox = try Running(
      folder, environment: ["NAVER_ACCESS_KEY": "known", "NCLOUD_ACCESS_KEY": "known"])
    let (status, errors) = sandbox.interrupt()
    #expect(status == 0)
    #expect(!(sandbox.announcement + errors).contains("hidden"))
    #expect(!sandbox.announcement.contains("KEY="))
  }
}
