public import Foundation

/// A browser that reads one page and says what has become of it.
public struct Chromium: Sendable {
  /// Why there is nothing to read.
  public enum Failure: Error, Equatable {
    /// It ended otherwise than well, or was ended when its time was over.
    case ended(status: Int32)
    /// The page did not come to its end.
    case noReport
  }

  private let program: URL

  /// The browser that is a program.
  public init(program: URL) { self.program = program }

  /// The browser that `CHROMIUM` names, or one in the path.
  public static let installed: Chromium? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    return ([environment["CHROMIUM"]].compactMap(\.self) + paths)
      .first(where: FileManager.default.isExecutableFile)
      .map { Chromium(program: URL(filePath: $0)) }
  }()

  /// Why a test is skipped where there is none.
  public static let absence = "no Chromium in the path or in CHROMIUM"

  /// Reads a page and gives what then stands in its `pre` element, which must need no reference.
  ///
  /// The page's clock runs ahead to its timers, and waits for what is being loaded.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - server: where every connection ends; without one, no host is known.
  ///   - seconds: how long the browser has.
  /// - Returns: the text of the element.
  /// - Throws: `Failure`, or what kept the browser from being started.
  public func report(
    of page: Data, server: LoopbackServer? = nil, seconds: Int = 120
  ) async throws -> Data {
    let output = try await run(
      page, ["--dump-dom", "--virtual-time-budget=60000"], server, seconds, result: "output")
    let dom = String(decoding: output, as: UTF8.self)
    guard let start = dom.firstRange(of: "<pre>"), let end = dom.firstRange(of: "</pre>"),
      start.upperBound <= end.lowerBound
    else { throw Failure.noReport }
    return Data(dom[start.upperBound..<end.lowerBound].utf8)
  }

  /// Draws a page without network.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - width: how wide it is, in pixels.
  ///   - height: how much of it is drawn.
  /// - Returns: the picture, a PNG.
  /// - Throws: `Failure`, or what kept the browser from being started.
  public func picture(of page: Data, width: Int, height: Int) async throws -> Data {
    let arguments = [
      "--screenshot=picture.png", "--window-size=\(width),\(height)", "--hide-scrollbars",
      "--force-device-scale-factor=1",
    ]
    return try await run(page, arguments, nil, 120, result: "picture.png")
  }

  // MARK: The process

  /// What a browser does, to which folder and network it is confined, and what it must not begin.
  private static let arguments = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-breakpad", "--disable-extensions",
    // A page from a file may reach a server on this machine as it may reach all others.
    "--disable-features=LocalNetworkAccessChecks",
  ]

  /// Hosts that the browser itself asks for, whatever the page is.
  private static let ownHosts = ["google.com", "googleapis.com", "gstatic.com", "gvt1.com"]

  private static func resolution(_ server: LoopbackServer?) -> String {
    guard let server else { return "MAP * ~NOTFOUND" }
    let own = ownHosts.map { "MAP *.\($0) ~NOTFOUND" }
    return (own + ["MAP * 127.0.0.1:\(server.port)"]).joined(separator: ", ")
  }

  /// Runs the browser in a folder that is gone afterwards, its home and profile too, and gives the
  /// file that holds the result.
  private func run(
    _ page: Data, _ arguments: [String], _ server: LoopbackServer?, _ seconds: Int, result: String
  ) async throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tmpl-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try page.write(to: file)
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = program
    process.currentDirectoryURL = folder
    process.arguments =
      Self.arguments + [
        "--host-resolver-rules=\(Self.resolution(server))",
        "--user-data-dir=\(folder.path)/profile",
      ] + arguments + [file.absoluteString]
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path,
      "TMPDIR": folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    let status = try await Self.status(of: process, seconds)
    guard status == 0 else { throw Failure.ended(status: status) }
    return try Data(contentsOf: folder.appending(path: result))
  }

  /// Runs a process to its end, or ends it; other tests go on meanwhile.
  private static func status(of process: Process, _ seconds: Int) async throws -> Int32 {
    let end = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    defer { end.cancel() }
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { return continuation.resume(throwing: error) }
      DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: end)
    }
  }
}
