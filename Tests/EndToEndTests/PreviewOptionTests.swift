import Foundation
import Testing

/// Options of `tmpl preview` whose outcome lies outside the pages.
@Suite struct PreviewOptionTests {
  @Test func `a file that no mail program would take is refused, and nothing is left behind`()
    throws
  {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi $<NAME>\"}",
      to: "templates/t/mail.json")
    // Each mail stands in the file four times: 74 people have more than ten million bytes.
    try folder.write(
      "<p>$<NAME></p>\n" + String(repeating: "word ", count: 7_000), to: "templates/t/body.html")
    try folder.write(
      "address,NAME\n" + (1...74).map { "p\($0)@example.com,Person \($0)\n" }.joined(),
      to: "templates/t/recipients.csv")
    let refused = try folder.tool.run(["preview", "--share", "all.html", "--limit", "74"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("more than the 10 MB that mail programs take"))
    #expect(!folder.files().contains { $0.contains("all.html") })
    let taken = try folder.tool.run(["preview", "--share", "some.html", "--limit", "61"])
    #expect(taken.status <= 1, "\(taken.errors)")
    let size = try folder.read("some.html").count
    #expect(size > 8_500_000 && size <= 10_000_000, "\(size)")
  }

  @Test(arguments: [
    ("preview", "previews/index.html"), ("preview --share draft.html", "draft.html"),
  ])
  func `what was written is handed to the desktop's opener`(command: String, file: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Transcript.hello { try folder.write(text, to: path) }
    try folder.write(
      "#!/bin/sh\necho noise\necho noise >&2\nprintf '%s\\n' \"$#\" \"$1\" >\"$OPENED\"\n",
      to: "bin/xdg-open")
    try folder.write("#!/bin/sh\nexec xdg-open \"$@\"\n", to: "bin/open")
    // Reading from the pipe waits for the opener, which the tool does not wait for.
    let result = try folder.tool.shell(
      "chmod +x bin/*; mkfifo opened; export OPENED=\"$PWD/opened\" PATH=\"$PWD/bin:$PATH\"; "
        + "tmpl \(command) --open >out 2>err; cat opened")
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == "1")
    #expect(
      lines.last.map { URL(filePath: String($0)).resolvingSymlinksInPath().path }
        == folder.url.appending(path: file).resolvingSymlinksInPath().path)
    #expect(!(try folder.text("out")).contains("noise"))
    #expect(!(try folder.text("err")).contains("noise"))
  }

  @Test func `without an opener the path was said, and that is all`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Transcript.hello { try folder.write(text, to: path) }
    let result = try folder.tool.run(["preview", "--open"], environment: ["PATH": "/nowhere"])
    #expect(result.status == 0)
    #expect(result.text.contains("previews/index.html"))
  }

  @Test func `of a long list ten people hold every extreme that was planted in it`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Transcript.hello { try folder.write(text, to: path) }
    let planted = [
      "Averyveryverylongunbrokenname-less,Gold": 0, "홍길동 김수한무 거북이와 두루미 삼천갑자 동방삭,Gold": 1,
      "مريم الحسن,Gold": 2, "👨‍👩‍👧‍👦 family,Gold": 3, "Nguye\u{302}\u{303}n,Gold": 4,
      "Kim,12345678901234567890": 5, " , ": 6,
    ]
    var lines = ["address,NAME,GRADE"]
    for row in 0..<30_000 {
      let values = planted.first { $0.value * 4_001 + 1_234 == row }?.key ?? "Kim Minsu,Silver"
      lines.append("p\(row)@example.com,\(values)")
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "list.csv")
    let result = try folder.tool.run([
      "preview", "hello", "-r", "list.csv", "--worst", "10", "--quiet",
    ])
    #expect(result.text.hasPrefix("10 previews of 1 template"), "\(result.text)\(result.errors)")
    for number in planted.values.sorted() {
      let row = number * 4_001 + 1_234
      #expect(
        folder.files().contains("previews/hello/p\(row)@example.com.html"), "number \(number)")
    }
  }
}
