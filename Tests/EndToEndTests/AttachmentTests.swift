import Foundation
import TestSupport
import Testing

/// Files that go along with every mail.
@Suite struct AttachmentTests {
  private func project(_ attachments: String) throws -> SendProject {
    let project = try SendProject(isApproved: false)
    try project.folder.write(
      """
      {"senderAddress": "news@shop.example.com", "senderName": "Shop", "title": "Hello $<NAME>",
       "attachments": \(attachments)}
      """, to: "templates/news/mail.json")
    return project
  }

  @Test func `they are uploaded first, and stand in every mail`() throws {
    let project = try project("[\"terms.txt\", \"자료/안내.txt\"]")
    defer { project.folder.remove() }
    try project.folder.write("the terms\r\n--x\r\n", to: "templates/news/terms.txt")
    try project.folder.write("안내문", to: "templates/news/자료/안내.txt")
    try project.approve()
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let sent = try project.send(sandbox.origin)
    #expect(sent.status == 0, "\(sent.errors)")
    let mails = project.folder.files().filter { $0.hasSuffix(".eml") }
    #expect(mails.count == 30)
    let mail = try project.folder.text(try #require(mails.first))
    #expect(mail.contains("terms.txt"))
    #expect(mail.contains(Data("the terms\r\n--x\r\n".utf8).base64EncodedString()))
    #expect(mail.contains(Data("안내문".utf8).base64EncodedString()))
  }

  @Test func `another byte in one of them is not approved`() throws {
    let project = try project("[\"terms.txt\"]")
    defer { project.folder.remove() }
    try project.folder.write("old", to: "templates/news/terms.txt")
    try project.approve()
    try project.folder.write("new", to: "templates/news/terms.txt")
    let look = try project.folder.tool.run(SendProject.call)
    #expect(look.status == 1 && look.errors.contains("attachments"), "\(look.errors)")
  }

  @Test(arguments: [
    ("[\"none.txt\"]", "there is no file"), ("[\"../../secret.txt\"]", "outside"),
    ("[\"link.txt\"]", "outside"), ("[\"large.bin\"]", "10,000,001 bytes"),
    ("[\"a/x.txt\", \"b/x.txt\"]", "two attachments"), ("[\"a\"]", "there is no file"),
    ("[\"m1.bin\", \"m2.bin\", \"m3.bin\"]", "together"), ("[1]", "paths in quotes"),
    ("\"x\"", "paths in quotes"),
  ])
  func `what cannot go along is an error where it is written`(
    attachments: String, words: String
  ) throws {
    let project = try project(attachments)
    defer { project.folder.remove() }
    try project.folder.write("key", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: project.folder.url.appending(path: "templates/news/link.txt").path,
      withDestinationPath: "../../secret.txt")
    try project.folder.write("x", to: "templates/news/a/x.txt")
    try project.folder.write("x", to: "templates/news/b/x.txt")
    if attachments.contains(".bin") {
      for (name, size) in [
        ("large", 10_000_001), ("m1", 7_000_000), ("m2", 7_000_000), ("m3", 7_000_000),
      ] {
        try project.folder.write(Data(count: size), to: "templates/news/\(name).bin")
      }
    }
    let lint = try project.folder.tool.run(["lint", "news"])
    #expect(lint.status == 1 && lint.text.contains(words), "\(lint.text)")
    #expect(lint.text.contains("mail.json:2:"), "\(lint.text)")
  }

  @Test func `SENS has no way to bring them along`() throws {
    let project = try project("[\"terms.txt\"]")
    defer { project.folder.remove() }
    try project.folder.write("x", to: "templates/news/terms.txt")
    let lint = try project.folder.tool.run(["lint", "news", "--profile", "sens"])
    #expect(lint.status == 1 && lint.text.contains("unsupported-field"), "\(lint.text)")
  }
}
