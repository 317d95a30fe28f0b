import Composing
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Previews

/// Message files: what a mail program reads from them is what is sent.
@Suite struct MessageFileTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first(where: FileManager.default.isExecutableFile)

  private static let list = """
    address,name,NAME
    kim@example.com,Kim,Kim
    long@example.com,"김 ""민수"", <x@y.zz>",아주 긴 이름을 가진 사람이라서 제목이 한 줄에 들어가지 않는 경우를 보려고 합니다
    odd@example.com,=?UTF-8?B?eA==?=,"=?UTF-8?B?eA==?= & 👨‍👩‍👧"
    "a b@example.com",A  B,plain

    """
  private static let body =
    "<p>Dear $<NAME>,</p>\n<p>two\r\nlines <a href=\"https://x.yy/$<NAME>\">more</a></p>\n"

  private func messages() throws -> [(mail: Mail, draft: Draft, bytes: [UInt8])] {
    let draft = try Draft.of(
      title: "Hello $<NAME>", body: Self.body, fields: "\"senderName\": \"예시상점\"")
    let preview = try TemplatePreview(draft, people: Self.list, folder: "t")
    return try preview.people.map { person in
      let file = try #require(preview.message(person, now: 1_795_590_260))
      #expect(file.path == "t/\(person.key).eml")
      return (person.mail, draft, file.bytes)
    }
  }

  @Test func `headers are ASCII in short lines, and every line ends as the standard has it`() throws
  {
    for (_, _, bytes) in try messages() {
      #expect(bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0D || $0 == 0x0A) })
      let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("\r") && $0.count <= 76 })
      #expect(lines.contains("Date: Wed, 25 Nov 2026 16:04:20 +0900"))
    }
  }

  @Test func `nobody gets a message whose value is missing`() throws {
    let draft = try Draft.of(body: "<p>$<NAME></p>")
    let preview = try TemplatePreview(draft, people: "address,NAME\na@x.yy,\n", folder: "t")
    #expect(preview.message(try #require(preview.people.first), now: 0) == nil)
  }

  private struct Read: Decodable {
    var subject, from, to: String
    var plain, html: String
    var defects: Int
  }

  private static let script = """
    import sys, json, base64, email
    from email import policy
    m = email.message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
    part = lambda kind: m.get_body((kind,)).get_payload(decode=True)
    print(json.dumps({
      "subject": m["subject"], "from": str(m["from"]), "to": str(m["to"]),
      "plain": part("plain").decode(), "html": base64.b64encode(part("html")).decode(),
      "defects": sum(len(p.defects) for p in m.walk())
        + sum(len(m[k].defects) for k in ("from", "to", "subject", "date")),
    }))
    """

  @Test(.enabled(if: python != nil, "there is no python3"))
  func `Python's reader finds the exact mail`() throws {
    for (mail, draft, bytes) in try messages() {
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.python))
      process.arguments = ["-c", Self.script]
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(bytes))
      try input.fileHandleForWriting.close()
      let answer = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      let read = try JSONDecoder().decode(Read.self, from: answer)
      let html = draft.plan.body.substituting(mail.values)
      #expect(
        read.subject == String(decoding: draft.plan.title.substituting(mail.values), as: UTF8.self))
      #expect(Data(base64Encoded: read.html).map(Array.init) == html)
      #expect(read.from == "예시상점 <sender@example.com>")
      #expect(read.defects == 0)
      let name = String(decoding: draft.plan.title.substituting(mail.values), as: UTF8.self)
        .dropFirst(6)
      #expect(read.plain.hasPrefix("Dear \(name),\r\n\r\ntwo lines more <https://x.yy/"))
      let address = String(decoding: mail.address, as: UTF8.self)
      #expect(read.to.contains(address) || address.contains(" "))
    }
  }

  @Test(arguments: [
    ("<p>a</p><p>b</p>", "a\n\nb\n"), ("a<br>b", "a\nb\n"), ("<ul><li>x<li>y</ul>", "- x\n- y\n"),
    ("<a href=\"https://x.yy/\">x</a>", "x <https://x.yy/>\n"),
    ("<a href=\"https://x.yy/\">https://x.yy/</a>", "https://x.yy/\n"),
    ("<a href=\"mailto:a@x.yy\">a@x.yy</a>", "a@x.yy\n"), ("<a href=\"#top\">up</a>", "up\n"),
    ("<img alt=\"a cup\" src=\"x\"> tea", "a cup tea\n"),
    ("<style>p{}</style><title>t</title>&lt;b&gt; &amp;", "<b> &\n"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb\n"), ("", ""), (" <p> </p> ", ""),
    ("<!--[if mso]>outlook<![endif]-->x", "x\n"),
  ])
  func `plain text reads like the mail`(html: String, text: String) throws {
    let draft = try Draft.of(body: html)
    let preview = try TemplatePreview(draft, people: "address\na@x.yy\n", folder: "t")
    #expect(preview.text.text(try #require(preview.people.first).mail) == text)
  }
}
