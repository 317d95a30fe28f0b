import Foundation

/// A running `chromedriver`, with a folder that is gone when it ends.
public struct BrowserDriver: Sendable {
  private static let program: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/chromedriver" }
      .first(where: FileManager.default.isExecutableFile).map { URL(filePath: $0) }
  }()

  /// Whether there is a driver; without one, tests in a browser say that they were skipped.
  public static var isInstalled: Bool { program != nil }

  /// Where it listens.
  let server: LocalHTTP
  /// What the browser may write into.
  let folder: URL
  private let process: Process

  /// Starts a driver on a free port and reads from it which one that is.
  init() throws {
    guard let program = Self.program else {
      throw Browser.Failure(description: "there is no chromedriver")
    }
    folder = FileManager.default.temporaryDirectory.appending(
      path: "tmpl-driver-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // It takes a port for one kind of address first, which the other kind may not have free.
    for _ in 0..<8 {
      if let (process, port) = try Self.start(program, in: folder) {
        self.process = process
        server = LocalHTTP(port: port)
        return
      }
    }
    throw Browser.Failure(description: "chromedriver finds no free port")
  }

  private static func start(_ program: URL, in folder: URL) throws -> (Process, UInt16)? {
    let process = Process()
    process.executableURL = program
    process.arguments = ["--port=0"]
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path,
      "TMPDIR": folder.path,
    ]
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while true {
      let data = output.fileHandleForReading.availableData
      text += String(decoding: data, as: UTF8.self)
      if let match = text.firstMatch(of: #/successfully on port (\d+)\./#),
        let port = UInt16(match.output.1)
      {
        return (process, port)
      }
      guard !data.isEmpty else {
        process.waitUntilExit()
        return nil
      }
    }
  }

  /// Ends the driver, whose browser was closed before; it takes no gentler signal.
  ///
  /// Nothing is waited for, since this may be the end of the process, where nothing comes any more.
  func end() {
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }
}
