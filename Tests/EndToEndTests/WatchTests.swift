import Foundation
import Testing

/// `tmpl preview --watch`: a change is written, a mistake is waited out.
@Suite struct WatchTests {
  @Test func `a change of a file is a change of its previews`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Transcript.hello { try folder.write(text, to: path) }
    let process = Process()
    process.executableURL = try BuiltTool.path()
    process.arguments = ["preview", "--watch"]
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    var seen = ""
    /// Reads until the tool waits once more.
    func untilWaiting() {
      while !seen.contains("waiting for changes\n") {
        let data = errors.fileHandleForReading.availableData
        guard !data.isEmpty else { return }
        seen += String(decoding: data, as: UTF8.self)
      }
      seen = ""
    }
    let page = "previews/hello/kim@example.com.html"
    untilWaiting()
    #expect(try folder.text(page).contains("your grade is"))
    try folder.write("<p>Changed, $<NAME></p>\n", to: "templates/hello/body.html")
    untilWaiting()
    #expect(try folder.text(page).contains("Changed, Kim"))
    try folder.write("{", to: "templates/hello/mail.json")
    untilWaiting()
    let mail = try #require(Transcript.hello["templates/hello/mail.json"])
    try folder.write(mail, to: "templates/hello/mail.json")
    untilWaiting()
    try folder.write("<p>Mended, $<NAME></p>\n", to: "templates/hello/body.html")
    untilWaiting()
    #expect(try folder.text(page).contains("Mended, Kim"))
    #expect(folder.files().contains("previews/index.watch.svg"))
    #expect(try folder.tool.run(["preview", "--quiet"]).status == 0)
    #expect(!folder.files().contains("previews/index.watch.svg"))
  }
}
