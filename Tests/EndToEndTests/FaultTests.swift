import Foundation
import Testing

/// When the disk or the reader fails: one sentence, the right status, no half of a file.
@Suite struct FaultTests {
  private func samples() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in Transcript.hello { try folder.write(text, to: path) }
    return folder
  }

  @Test func `a disk that is full at any point leaves whole files or none`() throws {
    let folder = try samples()
    defer { folder.remove() }
    // The limit counts blocks of 512 bytes of each file that is written; pipes have none.
    var limit = 0
    var isDone = false
    while !isDone {
      try? FileManager.default.removeItem(at: folder.url.appending(path: "previews"))
      let result = try folder.tool.shell(
        "(trap '' XFSZ; ulimit -f \(limit); tmpl preview; echo \"= $?\") 2>&1 | cat")
      isDone = result.text.hasSuffix("= 0\n")
      for file in folder.files() where file.hasPrefix("previews/") {
        let isManifest = file.hasSuffix("/manifest.json")
        #expect(isManifest || file.hasSuffix(".html"), "\(file) was left behind")
        #expect(
          try folder.text(file).hasSuffix(isManifest ? "\n}\n" : "</html>\n"),
          "\(file) is not whole")
      }
      if !isDone {
        #expect(result.text.contains("cannot write 'previews/"), "\(limit): \(result.text)")
        #expect(result.text.hasSuffix("= 2\n"), "\(limit): \(result.text)")
      }
      limit += 25
      try #require(limit < 4000)
    }
    #expect(limit > 20)
  }

  @Test func `no approval is without its snapshots, whichever file cannot be written`() throws {
    let folder = try samples()
    defer { folder.remove() }
    try folder.write(
      "<p>$<NAME></p>\n" + String(repeating: "<p>x</p>\n", count: 90),
      to: "templates/hello/body.html")
    try folder.write("address,NAME\nkim@example.com,Kim\n", to: "templates/hello/recipients.csv")
    try folder.write("address,NAME\nlee@example.com,Lee\n", to: "list.csv")
    var failures = 0
    var isDone = false
    for limit in 0..<40 where !isDone {
      let result = try folder.tool.shell(
        "(trap '' XFSZ; ulimit -f \(limit); tmpl approve hello -r list.csv --profile com --by a --yes 1; echo \"= $?\") 2>&1 | cat"
      )
      isDone = result.text.hasSuffix("= 0\n")
      let files = folder.files().filter { $0.hasPrefix("snapshots/") }
      #expect(files.allSatisfy { $0.hasSuffix(".html") || $0.hasSuffix(".json") }, "\(files)")
      let isApproved = files.contains { $0.contains("/approvals/") }
      #expect(isApproved == isDone, "\(limit): \(files)")
      if isDone {
        #expect(try folder.tool.run(["snapshot", "check"]).status == 0)
      } else {
        failures += 1
        #expect(result.text.contains("cannot write 'snapshots/"), "\(limit): \(result.text)")
      }
    }
    #expect(isDone && failures >= 2)
  }

  /// Every file that a run of commands writes, and what it leaves without any of them.
  private static let writing: [(name: String, before: [String], command: String)] = [
    ("update", [], "tmpl snapshot update -q"),
    ("accept", ["tmpl snapshot update -q"], "tmpl snapshot accept --all -q"),
    (
      "approve", [],
      "tmpl approve hello -r templates/hello/recipients.csv --profile com --by a --yes 2 -q"
    ),
    (
      "approve what was changed",
      [
        "tmpl snapshot update -q", "tmpl snapshot accept --all -q",
        "sed -i s/Dear/Hello/ templates/hello/body.html",
      ], "tmpl approve hello -r templates/hello/recipients.csv --profile com --by a --yes 2 -q"
    ),
  ]

  @Test(arguments: writing.indices)
  func `a write that fails leaves whole snapshots, and no approval without them`(number: Int) throws
  {
    let (_, before, command) = Self.writing[number]
    func prepared() throws -> TemporaryFolder {
      let folder = try samples()
      try folder.write(
        "address,NAME,GRADE\nkim@example.com,Kim,Gold\nlee@example.com,Lee,Tin\n",
        to: "templates/hello/recipients.csv")
      for line in before { #expect(try folder.tool.shell(line).status == 0) }
      return folder
    }
    func snapshots(_ folder: TemporaryFolder) throws -> [String: Data] {
      let paths = folder.files().filter { $0.hasPrefix("snapshots/") }
      return Dictionary(uniqueKeysWithValues: try paths.map { ($0, try folder.read($0)) })
    }
    func isApproval(_ path: String) -> Bool { path.contains("/approvals/") }

    let whole = try prepared()
    defer { whole.remove() }
    let start = try snapshots(whole)
    #expect(try whole.tool.shell(command).status == 0)
    let end = try snapshots(whole)
    let written = end.keys.filter { start[$0] != end[$0] }.sorted()
    #expect(written.count >= 3)
    for path in written where !isApproval(path) {
      let folder = try prepared()
      defer { folder.remove() }
      // A folder in its place: nothing can be put there.
      let place = folder.url.appending(path: path)
      try? FileManager.default.removeItem(at: place)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let result = try folder.tool.shell(command)
      #expect(result.status == 2 && result.errors.contains("cannot write '\(path)'"), "\(path)")
      let left = try snapshots(folder)
      #expect(!left.keys.contains(where: isApproval), "\(path): \(left.keys)")
      for (other, bytes) in left {
        #expect(bytes == start[other] || bytes == end[other], "\(path): \(other) is not whole")
      }
      // What is taken for approved is what the manifest says, whatever was cut off.
      let check = try folder.tool.run(["snapshot", "check"])
      #expect(check.status != 0, "\(path): \(check.text)")
      try FileManager.default.removeItem(at: place)
      if let bytes = start[path] { try folder.write(bytes, to: path) }
      #expect(try folder.tool.shell(command).status == 0, "\(path)")
      #expect(
        try snapshots(folder).filter { !isApproval($0.key) } == end.filter { !isApproval($0.key) })
    }
  }

  @Test func `output that is lost is no success`() throws {
    let folder = try samples()
    defer { folder.remove() }
    for command in ["payload hello --profile com", "lint", "rules", "--help"] {
      let result = try folder.tool.shell("tmpl \(command) > /dev/full")
      #expect(result.status == 2, "\(command)")
      #expect(result.errors.contains("cannot write to standard output"), "\(command)")
    }
  }

  @Test func `a reader that goes away is no error`() throws {
    let folder = try samples()
    defer { folder.remove() }
    let result = try folder.tool.shell("{ tmpl rules; echo $? >status; } | true; cat status")
    #expect(result.text == "0\n")
    #expect(result.errors.isEmpty)
  }
}
