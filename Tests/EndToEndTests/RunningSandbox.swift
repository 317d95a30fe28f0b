import Foundation
import TestSupport

/// A sandbox that runs in a folder.
final class RunningSandbox {
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
