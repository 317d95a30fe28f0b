import Foundation
import TestSupport
import Testing

/// The `tmpl` that was built beside the tests, run as a person runs it.
struct BuiltTool {
  /// What one run left behind.
  struct Result {
    var status: Int32
    var output: Data
    var errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The folder the tool is called in.
  let folder: URL

  /// Runs the tool with an environment of its own, so that the surroundings do not matter.
  func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Result {
    try Self.run(
      try Self.path(), arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a line of a shell in which `tmpl` is the built one.
  func shell(_ line: String, environment: [String: String] = [:]) throws -> Result {
    let tool = try Self.path().deletingLastPathComponent().path
    return try Self.run(
      URL(filePath: "/bin/sh"), ["-c", line], in: folder, input: Data(),
      environment: ["PATH": "\(tool):/usr/bin:/bin"].merging(environment) { $1 })
  }

  /// Where the tool is: `TMPL_BINARY`, or beside the running test bundle.
  static func path() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["TMPL_BINARY"] { return URL(filePath: path) }
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let tool = bundle.appending(path: "tmpl")
    try #require(FileManager.default.isExecutableFile(atPath: tool.path), "no tmpl in \(bundle)")
    return tool
  }

  private static func run(
    _ program: URL, _ arguments: [String], in folder: URL, input: Data,
    environment: [String: String]
  ) throws -> Result {
    // Files in place of pipes: no output is too long for them.
    let place = try TemporaryFolder()
    defer { place.remove() }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    try place.write(input, to: "in")
    try place.write(Data(), to: "out")
    try place.write(Data(), to: "err")
    process.standardInput = try FileHandle(forReadingFrom: place.url.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: place.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: place.url.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Result(
      status: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
      output: try place.read("out"), errors: String(decoding: try place.read("err"), as: UTF8.self))
  }
}

/// A folder that a test has for itself.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tmpl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The tool, called in this folder.
  var tool: BuiltTool { BuiltTool(folder: url) }

  func write(_ data: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func read(_ path: String) throws -> Data { try Data(contentsOf: url.appending(path: path)) }

  func text(_ path: String) throws -> String { String(decoding: try read(path), as: UTF8.self) }

  /// Every file below the folder, sorted.
  func files() -> [String] {
    let found = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return found.filter {
      var isFolder: ObjCBool = false
      let path = url.appending(path: $0).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}

extension Checkout {
  /// The tool, called at the checkout's root.
  static let tool = BuiltTool(folder: url)

  /// The sample templates.
  static let samples = ["grade-change", "newsletter", "receipt"]
}
