import Approving
import Diagnostics
import Foundation
import Previews
import TestSupport
import Testing

/// The page that shows what changed since it was approved: safe, in both languages, complete.
@Suite struct SnapshotPageTests {
  private static let old = Snapshot(
    key: "kim@example.com", title: Array("Hello Kim".utf8),
    body: Array("<p>Dear Kim</p>\n<p id=\"line\">until December</p>\n".utf8))
  private static let new = Snapshot(
    key: "kim@example.com", title: Array("Hi Kim".utf8),
    body: Array(
      """
      <p>Dear Kim</p>
      <p onclick="x()">until January</p>
      <script>document.title = "ran"</script><img src="https://img.example.com/a.png">
      """.utf8))

  /// Kim and Lee changed, Park is new, Choi is gone.
  static func page(_ language: Language = .english) -> [UInt8] {
    func other(_ snapshot: Snapshot, _ key: String) -> Snapshot {
      Snapshot(key: key, title: snapshot.title, body: snapshot.body)
    }
    var manifest = SnapshotManifest()
    for key in [old.key, "lee@example.com", "choi@example.com"] {
      manifest.entries[key] = SnapshotManifest.Entry(other(old, key))
    }
    let current = [new, other(new, "lee@example.com"), other(new, "park@example.com")]
    let comparison = SnapshotComparison(current, manifest) { _ in old.body }
    let mails: [String: (Snapshot?, Snapshot?)] = [
      old.key: (old, new), "park@example.com": (nil, new), "choi@example.com": (old, nil),
    ]
    let changes = SnapshotChange.grouping(comparison).map { change in
      let (old, new) = mails[change.keys[0]] ?? (nil, nil)
      return SnapshotPage.Change(change, of: "hello", approved: old, current: new)
    }
    return SnapshotPage(changes, language: language, version: "0").html
  }

  @Test func `each change stands once, with its people and its lines`() {
    let page = String(decoding: Self.page(), as: UTF8.self)
    #expect(page.matches(of: #/<section>/#).count == 3)
    #expect(page.matches(of: #/<iframe sandbox="" /#).count == 8)
    #expect(page.contains("and 1 more") && page.contains("lee@example.com"))
    for line in ["-Hello Kim", "+Hi Kim", "-&lt;p id=&quot;line&quot;&gt;until December&lt;/p&gt;"]
    {
      #expect(page.contains(">\(line)<"), "\(line)")
    }
    #expect(page.contains("nothing is approved"))
    #expect(page.contains("there is no such person any more"))
    let documents = page.matches(of: #/srcdoc="([^"]*)"/#).map(\.output.1)
    #expect(documents.count == 8)
    for document in documents {
      #expect(!document.contains("onclick") && !document.contains("document.title"))
    }
  }

  @Test func `it is said in Korean`() {
    let page = String(decoding: Self.page(.korean), as: UTF8.self)
    for word in ["바뀐 스냅샷", "승인됨", "지금", "달라진 줄", "외 1명", "새로 생김"] {
      #expect(page.contains(word), "\(word)")
    }
    #expect(page.contains("<html lang=\"ko\">"))
  }

  @Test func `nothing changed is an empty page`() {
    let page = SnapshotPage([], language: .english, version: "0")
    #expect(page.isEmpty)
    #expect(String(decoding: page.html, as: UTF8.self).contains("0 changes"))
  }
}

extension BrowserTests {
  @Test func `old and new mails stand side by side at both widths, and run nothing`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tmpl-snapshots-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "snapshots.html")
    try Data(SnapshotPageTests.page()).write(to: file)
    try Browser.lend(isLogged: true) { browser in
      try browser.open(file.absoluteString)
      try browser.wait("document.readyState === 'complete'")
      let places: [[Int]] = try browser.run(
        """
        return [...document.querySelectorAll('section:first-of-type iframe, section:first-of-type .lines')]
          .map((node) => node.getBoundingClientRect()).map((box) => [box.left, box.top, box.width].map(Math.round))
        """)
      try #require(places.count == 5)
      let (phones, lines, desktops) = (places[0...1], places[2], places[3...4])
      #expect(phones.allSatisfy { $0[2] == 375 } && desktops.allSatisfy { $0[2] == 640 })
      #expect(places[0][1] == places[1][1] && places[0][0] + 375 < places[1][0])
      #expect(places[1][0] + 375 < lines[0], "the lines stand beside the mails")
      #expect(lines[1] < places[0][1] + 560)
      #expect(places[3][0] + 640 < places[4][0] && places[3][1] == places[4][1])
      for (number, width, text) in [
        (0, 375, "December"), (1, 375, "January"), (2, 640, "December"), (3, 640, "January"),
      ] {
        try browser.enter(frame: number)
        #expect(try browser.run("return innerWidth", as: Int.self) == width)
        let shown: String = try browser.run("return document.body.textContent")
        #expect(shown.contains("until \(text)"))
        #expect(try browser.run("return document.title", as: String.self) != "ran")
        try browser.enter(frame: nil)
      }
      let requests = try browser.requests()
      #expect(
        requests.allSatisfy { $0.hasPrefix("file:") || $0 == "https://img.example.com/a.png" },
        "\(requests)")
    }
  }
}
