import Foundation
import TestSupport
import Testing

/// The README and the tool agree on commands, options and files.
@Suite struct ReadmeTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: Checkout.url.appending(path: path), encoding: .utf8)
  }

  @Test func `every file it names is there`() throws {
    for match in try text("README.md").matches(of: #/\]\(([^)#:]+)\)/#) {
      let path = Checkout.url.appending(path: String(match.output.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.output.1)")
    }
  }

  @Test func `every command and option it names is in the help`() throws {
    let readme = try text("README.md")
    let help = try text("Tests/EndToEndTests/Transcripts/help.txt")
    let options = try text("Sources/CommandLineTool/Option.swift")
    for match in readme.matches(of: #/tmpl ([a-z]+)\b/#) where match.output.1 != "help" {
      #expect(help.contains("1|   \(match.output.1) "), "tmpl \(match.output.1)")
    }
    for match in readme.matches(of: #/[\s`](--[a-z][a-z-]+)/#) {
      let name = match.output.1
      let isSwifts = ["--parallel", "--skip-build"].contains(name)
      #expect(options.contains("\"\(name)\"") || isSwifts, "\(name)")
    }
  }

  @Test func `the top level holds what it should and nothing else`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.url.path)
    let allowed: Set = [
      "Package.swift", "Sources", "Tests", "templates", "snapshots", "README.md", "LICENSE",
      "previews", "Package.resolved",
    ]
    for name in names where !name.hasPrefix(".") {
      #expect(allowed.contains(name), "\(name)")
    }
  }
}
