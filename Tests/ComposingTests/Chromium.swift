import Foundation

/// A browser that reads one page and says what has become of it.
struct Chromium {
  /// Why there is nothing to read.
  enum Failure: Error, Equatable {
    /// It ended otherwise than well, or was ended when its time was over.
    case ended(status: Int32)
    /// The page did not come to its end.
    case noReport
  }

  /// The program.
  let program: URL

  /// The browser that `CHROMIUM` names, or one in the path.
  static let installed: Chromium? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    return ([environment["CHROMIUM"]].compactMap(\.self) + paths)
      .first(where: FileManager.default.isExecutableFile)
      .map { Chromium(program: URL(filePath: $0)) }
  }()

  /// Reads a page and gives what then stands in its `pre` element, which must need no reference.
  ///
  /// It has a profile and a home that are gone afterwards, and no network.
  func report(of page: Data, seconds: Int = 120) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tmpl-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try page.write(to: file)
    let output = folder.appending(path: "output.html")
    try Data().write(to: output)
    let status = try run(
      ["--user-data-dir=\(folder.path)/profile", "--dump-dom", file.absoluteString], in: folder,
      to: FileHandle(forWritingTo: output), seconds)
    guard status == 0 else { throw Failure.ended(status: status) }
    let dom = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    guard let start = dom.firstRange(of: "<pre>"), let end = dom.firstRange(of: "</pre>"),
      start.upperBound <= end.lowerBound
    else { throw Failure.noReport }
    return Data(dom[start.upperBound..<end.lowerBound].utf8)
  }

  private func run(
    _ arguments: [String], in folder: URL, to output: FileHandle, _ seconds: Int
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = program
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-breakpad",
        "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND",
      ] + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path,
      "TMPDIR": folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: end)
    process.waitUntilExit()
    end.cancel()
    return process.terminationStatus
  }
}
