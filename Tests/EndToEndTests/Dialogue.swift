import Foundation
import Testing

/// The built tool on a terminal of its own, as a person talks to it.
final class Dialogue {
  private let process = Process()
  private let terminal: FileHandle
  /// All that the terminal showed.
  private(set) var shown = ""
  private var place: String.Index

  /// Milliseconds after which a text is not coming any more.
  private static let patience: Int32 = 60_000

  /// Begins a run of the tool.
  init(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws {
    place = shown.startIndex
    var (near, far): (Int32, Int32) = (-1, -1)
    let isOpen = openpty(&near, &far, nil, nil, nil) == 0
    try #require(isOpen)
    // Whoever else is started meanwhile would keep the terminal open.
    for descriptor in [near, far] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    terminal = FileHandle(fileDescriptor: near, closeOnDealloc: true)
    let side = FileHandle(fileDescriptor: far, closeOnDealloc: true)
    process.executableURL = try BuiltTool.path()
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = side
    process.standardOutput = side
    process.standardError = side
    try process.run()
    // The run has its own: the terminal ends with it.
    try side.close()
  }

  /// Waits until a text is shown, behind all that was waited for before.
  func wait(for text: String) throws {
    while true {
      if let range = shown[place...].range(of: text) {
        place = range.upperBound
        return
      }
      let hasMore = receive()
      try #require(hasMore, "no '\(text)' in \(shown)")
    }
  }

  /// Types a line.
  func type(_ line: String) throws { try terminal.write(contentsOf: Data((line + "\n").utf8)) }

  /// Types the key that ends input.
  func endInput() throws { try terminal.write(contentsOf: Data([4])) }

  /// Waits until the tool has ended.
  ///
  /// - Returns: its exit status.
  func finish() -> Int32 {
    while receive() {}
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Reads what comes next.
  ///
  /// - Returns: false where nothing comes any more.
  private func receive() -> Bool {
    var state = pollfd(fd: terminal.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, Self.patience) == 1 else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(terminal.fileDescriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    let offset = shown[..<place].utf8.count
    shown += String(decoding: bytes[..<count], as: UTF8.self).replacing("\r\n", with: "\n")
    place = shown.utf8.index(shown.startIndex, offsetBy: offset)
    return true
  }
}
