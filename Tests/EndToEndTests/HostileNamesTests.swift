import Foundation
import Testing

/// Names of folders and keys of files are words, never commands, options or paths.
@Suite struct HostileNamesTests {
  private func folder(_ template: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in [
      ("mail.json", "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi $<NAME>\"}"),
      ("body.html", "<p>$<NAME></p>\n"), ("recipients.csv", "address,NAME\nk@example.com,Kim\n"),
    ] {
      try folder.write(text, to: "project/templates/\(template)/\(path)")
    }
    try folder.write("address,NAME\na@example.com,Ann\n", to: "project/list.csv")
    return folder
  }

  @Test(arguments: [
    "a:'\u{301};cd ..;id >owned;'\u{301}", "a:';touch owned;'", "--output=a:owned",
    "-c:$(touch owned)",
  ])
  func `a template's name is no command of git or the shell`(name: String) throws {
    let folder = try folder(name)
    defer { folder.remove() }
    let project = BuiltTool(folder: folder.url.appending(path: "project"))
    #expect(try project.run(["lint"]).status == 0)
    _ = try project.run(["lint", name])
    _ = try project.run(["diff", "HEAD:\(name)", name])
    #expect(!folder.files().contains { $0.hasSuffix("owned") }, "\(folder.files())")
  }

  @Test(arguments: ["x\u{1B}[31m\u{1B}]0;t\u{7}", "y\n::error::z", "q'; touch owned; '"])
  func `a template's name acts in no output`(name: String) throws {
    let folder = try folder(name)
    defer { folder.remove() }
    let project = BuiltTool(folder: folder.url.appending(path: "project"))
    for arguments in [
      ["snapshot", "review", name],
      ["approve", name, "-r", "list.csv", "--profile", "com", "--by", "e", "--yes", "1"],
    ] {
      let result = try project.run(arguments)
      let output = result.text + result.errors
      #expect(!output.contains("\u{1B}") && !output.contains("\n::"), "\(output)")
      for line in result.text.split(separator: "\n") where line.hasPrefix("tmpl snapshot") {
        _ = try project.shell(String(line))
      }
    }
    #expect(!folder.files().contains { $0.hasSuffix("owned") })
  }

  @Test func `a manifest names no file elsewhere`() throws {
    let folder = try folder("t")
    defer { folder.remove() }
    let project = BuiltTool(folder: folder.url.appending(path: "project"))
    #expect(try project.run(["snapshot", "update"]).status == 0)
    #expect(try project.run(["snapshot", "accept", "--all"]).status == 0)
    try folder.write("kept", to: "victim.html")
    let path = "project/snapshots/t/manifest.json"
    let manifest = try folder.text(path).replacing("k@example.com", with: "../../../victim")
    try folder.write(manifest, to: path)
    #expect(try project.run(["snapshot", "accept", "--all"]).status == 2)
    #expect(folder.files().contains("victim.html"))
  }

  @Test func `a request's name is no other folder`() throws {
    let folder = try folder("t")
    defer { folder.remove() }
    let project = BuiltTool(folder: folder.url.appending(path: "project"))
    let request = try project.run(["payload", "t", "--profile", "com"])
    try folder.write(request.output, to: "project/...json")
    _ = try project.run(["snapshot", "update", "./...json"])
    #expect(!folder.files().contains { $0.hasPrefix("project/pending") })
    #expect(folder.files().contains("project/snapshots/request/pending.json"))
  }
}
