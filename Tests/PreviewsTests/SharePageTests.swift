import Composing
import Diagnostics
import Foundation
import Previews
import TestSupport
import Testing

/// The page that is handed around: masked, self-contained, as long as its mails.
@Suite struct SharePageTests {
  private static let list = """
    address,NAME,LINK,SIZE
    secretive@example.com,Margaret Sullivan,https://shop.example.com/clandestine,40
    other@example.org,윤하나,https://shop.example.com/covert,40

    """
  private static let body = """
    <p>Dear $<NAME>, <a href="$<LINK>">x</a> <a href="https://a.example/?n=$<NAME>">y</a></p>
    <table><tr><td width="$<SIZE>" title="$<NAME>" height="2000" bgcolor="#123456">$<SIZE></td></tr></table>
    <img src="https://img.example.com/a.png">
    """

  static func page(isMasked: Bool) throws -> [UInt8] {
    let draft = try Draft.of(title: "For $<NAME>", body: body)
    let preview = try TemplatePreview(draft, people: list, folder: "t")
    return SharePage(
      [preview], isMasked: isMasked, now: 1_795_590_260, language: .english, version: "0"
    ).html
  }

  @Test func `nothing of a person is left when values are masked`() throws {
    let masked = String(decoding: try Self.page(isMasked: true), as: UTF8.self)
    for secret in ["argaret", "ullivan", "secretive", "clandestine", "하나", "%ED%95%98", "covert"] {
      #expect(!masked.contains(secret), "\(secret)")
    }
    #expect(masked.contains("M••••••• ••••••••"))
    #expect(masked.contains("s***@example.com"))
    let shown = String(decoding: try Self.page(isMasked: false), as: UTF8.self)
    #expect(shown.contains("Margaret Sullivan") && shown.contains("secretive@example.com"))
  }

  @Test func `what the service puts before titles is shown as the service's, and never twice`()
    throws
  {
    let draft = try Draft.of(
      title: "For $<NAME>", body: "<p>x</p>", fields: "\"advertising\": true")
    let preview = try TemplatePreview(draft, people: "address,NAME\na@x.yy,Kim\n", folder: "t")
    let share = SharePage(
      [preview], isMasked: false, now: 0, language: .english, version: "0")
    let shared = String(decoding: share.html, as: UTF8.self)
    #expect(shared.contains("(광고)</span> <bdi>For Kim</bdi>"))
    #expect(shared.contains("the service adds (광고) by itself"))
    let page = String(decoding: try #require(Array(preview.pages).first).bytes, as: UTF8.self)
    #expect(page.contains("<title>(광고) For Kim · "))
    #expect(page.contains("(광고)</span> <bdi>For Kim</bdi>"))
    let plain = String(decoding: try Self.page(isMasked: true), as: UTF8.self)
    #expect(!plain.contains("(광고)"))
  }

  @Test func `the footer says when, what, and that nobody approved it`() throws {
    let text = String(decoding: try Self.page(isMasked: true), as: UTF8.self)
    let footer = try #require(text.firstMatch(of: #/<footer>.*<\/footer>/#)).output
    for words in ["draft, not approved", "2026-11-25 (Wed) 16:04 KST", "img.example.com"] {
      #expect(footer.contains(words), "\(words)")
    }
    #expect(footer.firstMatch(of: #/<code>[0-9a-f]{12}<\/code>/#) != nil)
  }
}

extension BrowserTests {
  @Test
  func
    `alone and offline: all mails, as long as they are, dark and light, asking for images alone`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tmpl-share-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "share.html")
    try Data(try SharePageTests.page(isMasked: true)).write(to: file)
    try Browser.lend { browser in
      try browser.open(file.absoluteString)
      try browser.wait(
        "[...document.querySelectorAll('iframe')].every((frame) => frame.offsetHeight > 2000)")
      #expect(try browser.run("return document.querySelectorAll('iframe').length") == 8)
      for (number, isDark) in [(0, false), (1, false), (2, true), (3, true)] {
        try browser.enter(frame: number)
        #expect(
          try browser.run("return matchMedia('(prefers-color-scheme: dark)').matches") == isDark)
        #expect(
          try browser.run("return innerWidth", as: Int.self)
            == (number.isMultiple(of: 2) ? 375 : 640))
        try browser.enter(frame: nil)
      }
      for number in 0..<8 {
        try browser.enter(frame: number)
        let text = try browser.run("return document.body.innerText", as: String.self)
        #expect(text.contains(number < 4 ? "Dear M••••••• ••••••••" : "Dear 윤••"))
        try browser.enter(frame: nil)
      }
      let requests = try browser.requests()
      #expect(requests.contains("https://img.example.com/a.png"))
      #expect(
        requests.allSatisfy { $0.hasPrefix("file:") || $0 == "https://img.example.com/a.png" })
    }
  }
}
