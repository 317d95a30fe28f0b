import Foundation
import Testing

/// Long work says on a terminal how far it is, and ends at once when asked to.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: Terminal.maker), "no terminals here"))
struct ProgressTests {
  /// A project with a list of so many people.
  private func folder(people: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi\"}", to: "templates/t/mail.json")
    try folder.write("<p>$<NAME></p>\n", to: "templates/t/body.html")
    try folder.write("", to: "out")
    let list = "(printf 'address,NAME\\n'; yes 'a@shop.kr,Kim' | head -n \(people)) >list.csv"
    #expect(try folder.tool.shell(list).status == 0)
    return folder
  }

  private func environment() throws -> [String: String] {
    ["PATH": "\(try BuiltTool.path().deletingLastPathComponent().path):/usr/bin:/bin"]
  }

  @Test func `a terminal shows progress, and its interrupt key ends the run`() throws {
    // Any machine takes longer than a moment over them, and none has to go through them all.
    let folder = try folder(people: 8_000_000)
    defer { folder.remove() }
    let before = folder.files()
    let terminal = try Terminal(
      "exec tmpl lint t -r list.csv --clean-rows clean.csv >out", in: folder.url,
      environment: environment())
    #expect(terminal.wait(for: " …"), "\(terminal.text)")
    let line = try #require(terminal.text.split(separator: "\r").first { $0.contains(" …") })
    #expect(line.hasPrefix("list.csv · "), "\(line)")
    try terminal.type("\u{3}")
    #expect(terminal.status() == 130)
    #expect(folder.files() == before)
    #expect(try folder.read("out").isEmpty)
  }

  @Test(arguments: ["2>errors", "--quiet"])
  func `nobody else is shown progress`(redirection: String) throws {
    let folder = try folder(people: 30_000)
    defer { folder.remove() }
    let terminal = try Terminal(
      "tmpl lint t -r list.csv >out \(redirection); echo done", in: folder.url,
      environment: environment())
    #expect(terminal.wait(for: "done\r\n"))
    #expect(terminal.text == "done\r\n")
    let errors = (try? folder.text("errors")) ?? ""
    #expect(!errors.contains("\r") && !errors.contains("…"))
  }
}
