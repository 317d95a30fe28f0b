import Foundation
import TestSupport
import Testing

/// Lists that cannot be read: one clear sentence each, in little memory.
@Suite struct BrokenListTests {
  private static let template = [
    "templates/t/mail.json": "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi\"}",
    "templates/t/body.html": "<p>$<NAME></p>\n",
  ]

  /// Shell commands that write `list`, and what is said of it.
  private static let lists: [(String, String)] = [
    (
      "printf 'address,NAME\\na@b.cc,Kim\\nc@d.ee,\"Lee' >list",
      "list:3:8: this quoted cell never ends; close it with a \" and try again"
    ),
    (
      "(printf 'address,NAME\\n'; head -c 200000000 /dev/zero | tr '\\0' 'x') >list",
      "row 2 of 'list' is longer than 1 MiB; a quote is probably not closed"
    ),
    (
      "head -c 20000000 /dev/zero | tr '\\0' 'x' >list",
      "row 1 of 'list' is longer than 1 MiB; a quote is probably not closed"
    ),
    (
      "(printf '{\"address\":\"a@b.cc\"}\\n{\"address\":\"'; head -c 20000000 /dev/zero | tr '\\0' 'x') >list",
      "row 2 of 'list' is longer than 1 MiB; a quote is probably not closed"
    ),
    (
      "(printf 'address'; for i in $(seq 10000); do printf ',c%d' $i; done; printf '\\na@b.cc\\n') >list",
      "'list' has 10,001 columns or keys; 4,096 are the most"
    ),
    (
      "printf 'address,NAME,NAME\\na@b.cc,Kim,Lee\\n' >list",
      "'list' has two columns called 'NAME'; rename or remove one"
    ),
    (
      "printf 'address,NAME\\na@b.cc,Kim\\nc@d.ee,L\\000e\\n' >list",
      "list:3:9: row 3 holds a zero byte, which no text does; save the list again as 'CSV UTF-8 (Comma delimited)'"
    ),
    (
      "printf ',,\\n,,\\n' >list",
      "'list' has no address column; its columns are . Name it with --column address=\"…\""
    ),
  ]

  @Test(arguments: lists)
  func `it says what is wrong and how to go on`(command: String, sentence: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Self.template { try folder.write(text, to: path) }
    #expect(try folder.tool.shell(command).status == 0)
    // 200 MB are enough for any list.
    let result = try folder.tool.shell("ulimit -d 200000; tmpl lint t -r list")
    #expect(result.errors == "tmpl: \(sentence)\n")
    #expect(result.status == 2)
    #expect(result.text.isEmpty)
  }

  @Test func `columns without a name are nobody's`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Self.template { try folder.write(text, to: path) }
    try folder.write("address,NAME,,\na@b.cc,Kim,,x\n", to: "list")
    #expect(try folder.tool.run(["lint", "t", "-r", "list"]).status == 0)
  }

  @Test(arguments: ["INT", "TERM"])
  func `an interruption leaves no part of a file`(signal: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Self.template { try folder.write(text, to: path) }
    let rows = (0..<12_000).map { "person\($0)@example.com,<b>Kim</b>\n" }.joined()
    try folder.write("address,NAME\n" + rows, to: "list.csv")
    let before = folder.files()
    // The signal comes once the file has begun to grow.
    let result = try folder.tool.shell(
      "(until set -- *.part; [ -e \"$1\" ]; do :; done; kill -\(signal) $$) & "
        + "exec tmpl lint t -r list.csv --clean-rows clean.csv --quiet >/dev/null")
    #expect(result.status == (signal == "INT" ? 130 : 143))
    #expect(folder.files() == before)
  }
}
