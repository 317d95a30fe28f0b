import Foundation
import TestSupport
import Testing

/// The n-th call of the system fails, n = 1, 2, …, until a run no longer makes so many.
///
/// A tracer makes them fail, so that the very tool that people run is tried.
@Suite struct FailingCallTests {
  private static let tracer = "/usr/bin/strace"

  /// Whether there is a tracer that may trace here.
  private static let canTrace: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: tracer)
    process.arguments = ["-qq", "-o", "/dev/null", "/bin/true"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs the tool while the n-th call of a name fails.
  private func run(
    _ project: SendProject, _ arguments: [String], failing call: String, _ number: Int,
    environment: [String: String] = [:]
  ) throws -> BuiltTool.Result {
    let tool = try BuiltTool.path().path
    let words = [
      Self.tracer, "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
      "inject=\(call):error=EIO:when=\(number)", tool,
    ]
    let line = (words + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try project.folder.tool.shell(line, environment: environment)
  }

  /// Every file below a folder with its bytes.
  private func files(_ project: SendProject, _ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in project.folder.files() where path.hasPrefix(folder) {
      files[path] = try project.folder.read(path)
    }
    return files
  }

  @Test(
    .enabled(if: canTrace, "strace is not installed, or may not trace"),
    arguments: [
      "rename", "write", "mkdir",
    ])
  func `no half of a snapshot, and no approval without its snapshots`(call: String) throws {
    let approve = ["approve", "news", "-r", "list.csv", "--by", "me", "--yes", "3"]
    let environment = ["SOURCE_DATE_EPOCH": "1795590260"]
    let whole = try SendProject(people: 3, isApproved: false)
    defer { whole.folder.remove() }
    try whole.folder.write("address,NAME\na@x.example.net,A\n", to: "templates/news/recipients.csv")
    #expect(try whole.folder.tool.run(approve, environment: environment).status == 0)
    let wanted = try files(whole, "snapshots/")
    #expect(wanted.count >= 3)
    var statuses: [Int32] = []
    // What is said on standard error may fail to be said; the last numbers are beyond all calls.
    for number in 1...16 {
      let project = try SendProject(people: 3, isApproved: false)
      defer { project.folder.remove() }
      try project.folder.write(
        "address,NAME\na@x.example.net,A\n", to: "templates/news/recipients.csv")
      let result = try run(project, approve, failing: call, number, environment: environment)
      let found = try files(project, "snapshots/")
      statuses.append(result.status)
      let hasApproval = found.keys.contains { $0.contains("/approvals/") }
      for (path, bytes) in found where !path.contains("/approvals/") {
        // A person's file is whole or not there; what the manifest lists grows with each.
        guard !path.hasSuffix("manifest.json") else { continue }
        #expect(bytes == wanted[path], "\(call) \(number): \(path)")
      }
      if hasApproval {
        #expect(Set(wanted.keys.filter { !$0.contains("approvals") }).isSubset(of: found.keys))
      }
      #expect(hasApproval || result.status != 0, "\(call) \(number): \(result.errors)")
      let check = try project.folder.tool.run(["snapshot", "check", "news"])
      #expect(
        check.status == (hasApproval ? 0 : check.status) && check.status < 2, "\(check.errors)")
      // Whoever tries again gets what there would have been.
      #expect(try project.folder.tool.run(approve, environment: environment).status == 0)
      #expect(Set(try files(project, "snapshots/").keys) == Set(wanted.keys), "\(call) \(number)")
    }
    #expect(statuses.contains { $0 != 0 } && statuses.last == 0, "\(statuses)")
  }

  /// The ledger's writes and flushes fail in the middle of a send, whatever has been accepted by then.
  @Test(.enabled(if: canTrace, "strace is not installed, or may not trace"), arguments: ["fsync"])
  func `a ledger that cannot be written sends nobody anything twice`(call: String) throws {
    // The first two make the ledger's folders last.
    for number in [1, 2, 3, 4, 5, 6, 7, 10] {
      let project = try SendProject(people: 8, recipients: 3)
      defer { project.folder.remove() }
      let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
      let environment = SendProject.environment(sandbox.origin)
      let token = try project.token()
      let broken = try run(
        project, SendProject.call + ["--confirm", token], failing: call, number,
        environment: environment)
      #expect(broken.status != 0, "\(number): \(broken.text)")
      let isThere = [".tmpl", ".tmpl/ledger", ".tmpl/ledger/news.jsonl"].map {
        FileManager.default.fileExists(atPath: project.folder.url.appending(path: $0).path)
      }
      #expect(isThere == [2, 3, 3].map { $0 <= number }, "\(number)")
      var result = broken
      for _ in 0..<3 where result.status != 0 {
        let more = project.ledger().contains("\"send\"") ? ["--resume"] : []
        result = try project.send(sandbox.origin, more)
      }
      let arrivals = try project.arrivals()
      #expect(arrivals.values.allSatisfy { $0 == 1 }, "\(number): \(arrivals)")
      #expect(arrivals.count == 8 || project.ledger().contains("\"unknown\""), "\(number)")
    }
  }
}
