import Publishing
import TestSupport
import Testing

@testable import Sandbox

@Suite struct FileShelfTests {
  private static let type = "multipart/form-data; boundary=\"b 1\""

  private static func body(
    _ files: [(name: String, text: String)], part: String = "fileList"
  ) -> String {
    files.map { file in
      "--b 1\r\nContent-Disposition: form-data; name=\"\(part)\"; filename=\"\(file.name)\"\r\n\r\n\(file.text)\r\n"
    }.joined() + "--b 1--\r\n"
  }

  @Test func `files are kept, attached and forgotten`() throws {
    let calls = ServiceCalls()
    let body = Self.body([("a.txt", "hello"), ("b.bin", "--b 2\r\n--")])
    let upload = try #require(calls.call("POST", "/api/v1/files", body, type: Self.type))
    #expect(upload.status == 201 && upload.member("files", "1", "fileSize") == "9")
    let id = try #require(upload.member("files", "0", "fileId"))
    let mail =
      "{\"senderAddress\":\"a@shop.example.com\",\"title\":\"t\",\"body\":\"b\",\"attachFileIds\":[\"\(id)\"],\"recipients\":[{\"address\":\"k@example.com\",\"type\":\"R\"}]}"
    #expect(calls.call("POST", "/api/v1/mails", mail)?.status == 201)
    #expect(calls.accepted.first?.content.files.map(\.name) == ["a.txt"])
    let temporary = try #require(upload.member("tempRequestId"))
    #expect(calls.call("DELETE", "/api/v1/files/\(temporary)")?.status == 200)
    #expect(calls.call("POST", "/api/v1/mails", mail)?.status == 400)
  }

  @Test func `sizes are limited by file and by mail`() throws {
    let calls = ServiceCalls()
    let full = String(repeating: "x", count: 10 << 20)
    #expect(
      calls.call("POST", "/api/v1/files", Self.body([("a", full + "x")]), type: Self.type)?.status
        == 400)
    let upload = try #require(
      calls.call(
        "POST", "/api/v1/files", Self.body([("a", full), ("b", full), ("c", "x")]), type: Self.type)
    )
    let ids = (0..<3).compactMap { upload.member("files", "\($0)", "fileId") }
    for (count, status) in [(2, 201), (3, 400)] {
      let list = ids.prefix(count).map { "\"\($0)\"" }.joined(separator: ",")
      let mail =
        "{\"senderAddress\":\"a@shop.example.com\",\"title\":\"t\",\"body\":\"b\",\"attachFileIds\":[\(list)],\"recipients\":[{\"address\":\"k@example.com\",\"type\":\"R\"}]}"
      #expect(calls.call("POST", "/api/v1/mails", mail)?.status == status)
    }
  }

  @Test func `what is no upload is refused`() {
    let body = Self.body([("a", "x")])
    for (body, type, status) in [
      (body, "application/json", 415), (body, "multipart/form-data", 400), ("", Self.type, 400),
      (Self.body([("a", "x")], part: "file"), Self.type, 400),
      (Self.body([("", "x")]), Self.type, 400),
      (String(body.dropLast(8)), Self.type, 400), (Self.body([]), Self.type, 400),
    ] {
      #expect(ServiceCalls().call("POST", "/api/v1/files", body, type: type)?.status == status)
    }
  }

  @Test func `no body traps`() {
    let whole = Array(Self.body([("a", "hello"), ("b", "world")]).utf8)
    var random = SeededGenerator(seed: 21)
    for _ in 0..<4000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes.remove(at: index)
        } else {
          bytes[index] = "-\r\nb \"=;".utf8.randomElement(using: &random) ?? 0
        }
      }
      _ = MultipartBody(bytes, contentType: Self.type)
    }
  }
}
