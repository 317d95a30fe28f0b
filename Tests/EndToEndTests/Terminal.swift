import Foundation

/// A terminal of the system's own making, on which a tool runs and a test looks and types.
final class Terminal {
  /// Makes terminals; it is part of every Linux.
  static let maker = "/usr/bin/script"

  private let process = Process()
  private let screen = Pipe()
  private let keys = Pipe()
  /// All that was drawn so far.
  private(set) var text = ""

  /// Runs a line of a shell whose input, errors and signals are the terminal's.
  init(_ line: String, in folder: URL, environment: [String: String]) throws {
    process.executableURL = URL(filePath: Self.maker)
    process.arguments = ["--quiet", "--return", "--flush", "--command", line, "/dev/null"]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"].merging(environment) { $1 }
    process.standardInput = keys
    process.standardOutput = screen
    process.standardError = screen
    try process.run()
  }

  /// Reads until something was drawn, or until the program has gone.
  ///
  /// - Returns: whether it was drawn.
  func wait(for words: String) -> Bool {
    while !text.contains(words) {
      let drawn = screen.fileHandleForReading.availableData
      guard !drawn.isEmpty else { return false }
      text += String(decoding: drawn, as: UTF8.self)
    }
    return true
  }

  /// Types a key.
  func type(_ key: String) throws {
    try keys.fileHandleForWriting.write(contentsOf: Data(key.utf8))
  }

  /// Reads what is drawn until the program has gone.
  ///
  /// - Returns: its exit status.
  func status() -> Int32 {
    while !screen.fileHandleForReading.availableData.isEmpty {}
    process.waitUntilExit()
    return process.terminationStatus
  }
}
