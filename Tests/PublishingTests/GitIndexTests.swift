import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct GitIndexTests {
  private static let git = ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// An index as git writes it, with those paths.
  private static func index(_ paths: [String], idLength: Int = 20) -> [UInt8] {
    var bytes = Array("DIRC".utf8) + [0, 0, 0, 2, 0, 0, 0, UInt8(paths.count)]
    for path in paths {
      var entry = [UInt8](repeating: 7, count: 40 + idLength) + [0, UInt8(path.utf8.count)]
      entry += path.utf8
      entry += [UInt8](repeating: 0, count: 8 - entry.count % 8)
      bytes += entry
    }
    return bytes + [UInt8](repeating: 9, count: idLength)
  }

  @Test(arguments: [20, 32]) func `paths are read whatever hash names them`(idLength: Int) throws {
    let paths = [".env", "a", "folder/.env", "seven77", "eight888"]
    let index = try #require(GitIndex(Self.index(paths, idLength: idLength)))
    #expect(index.paths == Set(paths.map { Array($0.utf8) }))
  }

  @Test(.enabled(if: git != nil, "git is not installed"), arguments: ["2", "3", "4"])
  func `an index that git wrote is read`(version: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = [".env", "other", "other-longer", "zone.txt"]
    for name in names { try Data(name.utf8).write(to: folder.appending(path: name)) }
    for arguments in [
      ["init", "-q"], ["add", "-f", "."], ["add", "-N", "."],
      ["update-index", "--index-version", version],
    ] {
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.git))
      process.arguments = arguments
      process.currentDirectoryURL = folder
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
    let bytes = Array(try Data(contentsOf: folder.appending(path: ".git/index")))
    let index = try #require(GitIndex(bytes))
    #expect(index.paths == Set(names.map { Array($0.utf8) }))
  }

  @Test func `a list that lies elsewhere is not taken for the whole`() {
    var bytes = Self.index(["a"])
    bytes.removeLast(20)
    bytes += Array("link".utf8) + [0, 0, 0, 1, 5] + [UInt8](repeating: 9, count: 20)
    #expect(GitIndex(bytes) == nil)
  }

  @Test func `a damaged index is none, and nothing traps`() {
    let whole = Self.index([".env", "folder/name"])
    for length in 0..<whole.count { #expect(GitIndex(Array(whole[..<length])) == nil) }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      var bytes = whole
      bytes[7] = UInt8.random(in: 2...4, using: &random)
      for _ in 0..<3 {
        bytes[Int.random(in: 8..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      _ = GitIndex(bytes)
    }
  }
}
