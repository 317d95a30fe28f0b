import Foundation
import Testing

/// `tmpl verify`: whatever byte of a request or a page is another, somebody is named.
@Suite struct VerifyTests {
  private func prepared(_ list: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in Transcript.hello { try folder.write(text, to: path) }
    try folder.write(list, to: "list.csv")
    let done = try folder.tool.shell(
      "tmpl preview hello -r list.csv -q --profile com --limit 2 >&2 && tmpl payload hello -r list.csv --profile com -q > payload.json"
    )
    try #require(done.status == 0, "\(done.errors)")
    return folder
  }

  @Test func `each byte of a request counts`() throws {
    let folder = try prepared(
      "address,name,NAME,GRADE\na@b.example.com,A,Kim,Gold\nc@d.example.com,,Lee,Tin\n")
    defer { folder.remove() }
    let verify = ["verify", "previews", "payload.json"]
    #expect(try folder.tool.run(verify).status == 0)
    let payload = try folder.read("payload.json")
    for index in payload.indices where index % 7 == 0 {
      var edited = payload
      edited[index] ^= 1
      try folder.write(edited, to: "payload.json")
      let result = try folder.tool.run(verify)
      let isReadable = (try? JSONSerialization.jsonObject(with: edited)) != nil
      #expect(
        result.status == (isReadable ? 1 : 2),
        "\(index): \(String(decoding: edited, as: UTF8.self))")
      let said = result.text + result.errors
      #expect(said.contains("payload.json:1:") || said.contains("is not in"), "\(said)")
    }
  }

  @Test func `each part of a page counts`() throws {
    let folder = try prepared("address,NAME,GRADE\na@b.example.com,Kim,Gold\n")
    defer { folder.remove() }
    let path = "previews/hello/a@b.example.com.html"
    let page = try folder.read(path)
    for index in page.indices where index % 211 == 0 {
      var edited = page
      edited[index] ^= 1
      try folder.write(edited, to: path)
      let result = try folder.tool.run(["verify", "previews/hello", "payload.json"])
      #expect(result.status == 1, "\(index)")
      #expect(result.text.contains("\(path):"), "\(result.text)")
    }
  }

  @Test func `a long list is read request by request`() throws {
    let people = (0..<10_001).map { "p\($0)@b.example.com,N\($0),G\n" }.joined()
    let folder = try prepared("address,NAME,GRADE\n" + people)
    defer { folder.remove() }
    let same = try folder.tool.run(["verify", "previews", "payload.json"])
    #expect(same.status == 0)
    #expect(same.text.hasSuffix("2 of 10,001 people have previews\n"))
    // The second person's value, in the first of two requests.
    let payload = try folder.text("payload.json")
    try folder.write(payload.replacing("\"N1\"", with: "\"M1\""), to: "payload.json")
    let other = try folder.tool.run(["verify", "previews", "payload.json"])
    #expect(other.status == 1)
    #expect(other.text.contains("row 3, p1@b.example.com is not what payload.json:1:"))
    #expect(other.text.contains("('NAME')"))
  }
}
