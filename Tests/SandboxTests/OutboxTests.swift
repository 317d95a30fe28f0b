import Diagnostics
import Mailing
import Publishing
import Testing

@testable import Sandbox

@Suite struct OutboxTests {
  private static func content(
    _ change: (inout Submission.Content) -> Void = { _ in }
  ) -> Submission.Content {
    var content = Submission.Content()
    content.senderAddress = "a@shop.example.com"
    content.title = Array("Hello".utf8)
    content.body = Array("<p>Hi</p>".utf8)
    content.recipients = ["kim@example.com", "lee@example.com"].map {
      SubmittedRecipient(address: $0, name: nil, kind: .to, parameters: [:])
    }
    change(&content)
    return content
  }

  private func get(
    _ target: String, _ outbox: Outbox, host: String = "localhost:8025", method: String = "GET"
  ) -> HTTPResponse {
    OutboxPages(language: .english).response(
      to: HTTPRequest(method, target, headers: HTTPHeaders([("Host", host)])), outbox,
      now: ServiceCalls.start)
  }

  @Test func `every id leads back to what it names, and no other does`() {
    var outbox = Outbox()
    for number in 0..<20 {
      _ = outbox.add(
        Self.content { $0.isIndividual = number.isMultiple(of: 2) }, isSENS: number > 9,
        time: ServiceCalls.start)
    }
    for submission in outbox.submissions {
      #expect(
        outbox.submission(submission.id, isSENS: submission.isSENS)?.number == submission.number)
      #expect(outbox.submission(submission.id, isSENS: !submission.isSENS) == nil)
      #expect(outbox.mail(submission.id) == nil)
      for index in 0..<submission.mailCount {
        let mail = outbox.mail(submission.mailID(index))
        #expect(mail?.submission.number == submission.number && mail?.index == index)
      }
    }
    for id in [
      "", "x", "20261125", "20261125000000000999", "20250101000000000202", "-1",
      "99999999999999999999",
    ] {
      #expect(outbox.mail(id) == nil && outbox.submission(id, isSENS: false) == nil)
    }
  }

  @Test func `hostile mails are shown and run nothing`() {
    var outbox = Outbox()
    let submission = outbox.add(
      Self.content {
        $0.title = Array("<script>alert(1)</script>\r\nX-Evil: 1".utf8)
        $0.senderName = "\"><script>alert(2)</script>\r\nX-Evil: 2"
        $0.body = Array(
          "<p>Hi</p><script>alert(3)</script><img src=\"https://example.com/x.png\"></iframe>".utf8)
      }, isSENS: false, time: ServiceCalls.start)
    for target in ["/", "/mails/\(submission.mailID(0))"] {
      let response = get(target, outbox)
      #expect(response.status == 200 && !response.text.contains("<script"))
      #expect(!response.text.contains("https://example.com"))
      #expect(response.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
    }
    let page = get("/mails/\(submission.mailID(0))", outbox)
    #expect(page.text.contains("sandbox=\"\"") && page.text.contains("&lt;p&gt;Hi&lt;/p&gt;"))
    let file = get("/mails/\(submission.mailID(0)).eml", outbox)
    #expect(file.headers["Content-Type"] == "message/rfc822")
    #expect(!file.text.contains("X-Evil") && file.text.contains("\r\nTo: kim@example.com\r\n"))
  }

  @Test func `pages are for this machine and for looking only`() {
    for (target, host, method, status) in [
      ("/", "127.0.0.1:8025", "GET", 200), ("/", "evil.example.com", "GET", 421),
      ("/", "localhost.example.com:8025", "GET", 421), ("/", "localhost", "POST", 405),
      ("/mails/x", "localhost", "GET", 404), ("/favicon.ico", "localhost", "GET", 404),
    ] {
      #expect(
        get(target, Outbox(), host: host, method: method).status == status, "\(target) \(host)")
    }
  }

  @Test func `a message file has everything`() {
    var outbox = Outbox()
    let submission = outbox.add(
      Self.content {
        $0.isIndividual = false
        $0.title = Array("등급이 올랐습니다 그리고 아주 긴 제목은 여러 줄이 됩니다".utf8)
        $0.senderName = "Shop"
        $0.references = "<1@shop.example.com>"
        $0.files = [StoredFile(id: "1", name: "a.txt", bytes: Array("file".utf8))]
        $0.recipients.append(
          SubmittedRecipient(
            address: "cc@example.com", name: "박", kind: .carbonCopy, parameters: [:]))
      }, isSENS: false, time: ServiceCalls.start)
    let text = String(decoding: MessageFile(submission: submission, index: 0).bytes, as: UTF8.self)
    for part in [
      "From: Shop <a@shop.example.com>\r\n", "To: kim@example.com,\r\n lee@example.com\r\n",
      "Cc: =?utf-8?B?67CV?= <cc@example.com>\r\n", "Subject: =?utf-8?B?",
      "References: <1@shop.example.com>\r\n",
      "PHA+SGk8L3A+", "ZmlsZQ==", "Date: 25 Nov 2026 16:00:00 +0900\r\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
  }

  @Test(arguments: [
    ("a ${N} b", "a 1 b"), ("${N}${N}", "11"), ("${M}", "${N}"), ("${X}", "${X}"), ("$${N}", "$1"),
    ("${ N }", "${ N }"), ("${N", "${N"), ("${}", "${}"), ("${${N}}", "${1}"), ("$", "$"), ("", ""),
  ])
  func `values are put in once`(text: String, filled: String) {
    let values = ["N": "1", "M": "${N}"]
    let output = Substitution.fill(Array(text.utf8)) { name in
      values[String(decoding: name, as: UTF8.self)].map { Array($0.utf8) }
    }
    #expect(String(decoding: output, as: UTF8.self) == filled)
  }
}
