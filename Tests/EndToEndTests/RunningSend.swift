import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// A `tmpl send` that somebody may stop.
final class RunningSend {
  private let process = Process()
  private let project: SendProject
  private let output: URL

  init(
    _ project: SendProject, _ origin: String, _ token: String, _ more: [String] = []
  ) throws {
    self.project = project
    output = project.folder.url.appending(path: "send-\(UUID().uuidString).log")
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    process.executableURL = try BuiltTool.path()
    process.arguments = SendProject.call + more + ["--confirm", token]
    process.currentDirectoryURL = project.folder.url
    process.environment = SendProject.environment(origin)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
  }

  /// Waits until the ledger has so many lines, or the run has ended.
  func waitForLedger(lines: Int) {
    while process.isRunning, project.ledger().utf8.count(where: { $0 == 10 }) < lines {
      sched_yield()
    }
  }

  /// Sends a signal and waits for the end.
  ///
  /// - Returns: the exit status, negative after a signal, and what was printed.
  func end(_ signal: Int32) -> (status: Int32, output: String) {
    if process.isRunning { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    let status = process.terminationStatus
    let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    return (process.terminationReason == .exit ? status : -status, text)
  }
}
