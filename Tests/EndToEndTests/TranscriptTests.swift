import Foundation
import Testing

/// What the tool says and does, to the byte; `RECORD=1` writes it down anew and fails the run.
@Suite struct TranscriptTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test func `there are transcripts`() { #expect(Self.names.count >= 12) }

  @Test(arguments: names)
  func `the tool does what is recorded`(name: String) throws {
    let file = Self.folder.appending(path: name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let replayed = try Transcript(recorded).replayed()
    guard replayed != recorded else { return }
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try replayed.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at the change and run again without RECORD")
      return
    }
    Issue.record("\(name) differs:\n\(replayed)")
  }
}
