import Approving
import Composing
import Diagnostics
import Foundation
import Markup
import Previews
import TestSupport
import Testing

extension BrowserTests {
  /// People and templates that want to run something: every page shows them, none does.
  @Suite struct HostilePeopleTests {
    private static let attacks = [
      "<script>top.ran=parent.ran=ran=1</script>", "\"><img src=x onerror=\"top.ran=1\">",
      "'><svg onload=top.ran=1>", "</script><script>ran=1</script>", "javascript:top.ran=1",
      "</iframe><script>ran=1</script>", "--><script>ran=1</script><!--",
      "</textarea></title><script>ran=1</script>",
      "\u{2028}\u{2029}</style><script>ran=1</script>", "&lt;script&gt;ran=1&lt;/script&gt;",
      "__proto__", "constructor", "\u{202E}gnp.exe",
    ]

    private static let body = """
      <title>$<NAME></title><p title="$<NAME>">$<NAME></p><a href="https://x.example/$<NAME>">x</a>
      <script>top.ran=1;ran=1</script><img src="https://img.example.com/a.png" onerror="top.ran=1">
      <a href="javascript:top.ran=1" id="link">y</a><iframe src="javascript:top.ran=1"></iframe>
      <form action="https://x.example/"><input autofocus onfocus="top.ran=1"></form>
      <meta http-equiv="refresh" content="0;url=https://x.example/">
      <style>body{background:url(https://img.example.com/b.png)}</style>
      """

    private func preview() throws -> TemplatePreview {
      let draft = try Draft.of(title: "$<NAME>", body: Self.body)
      let list = try JSONEncoder().encode(
        Self.attacks.enumerated().map { ["address": "p\($0)@x.yy", "name": $1, "NAME": $1] })
      var keys = PersonKeys()
      let people = try draft.rows(String(decoding: list, as: UTF8.self)).map { row in
        var problems: [ValueProblem] = []
        let mail = draft.mail(for: row, problems: &problems)
        return PersonPreview(
          key: keys.key(address: mail.address, row: mail.row), mail: mail, problems: problems)
      }
      return TemplatePreview(
        draft, folder: "t", findings: [], people: people, total: people.count, isSample: false,
        images: .none, language: .english)
    }

    @Test func `nothing runs, and without images nothing is asked for`() throws {
      let preview = try preview()
      #expect(preview.people.count == Self.attacks.count)
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "tmpl-hostile-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: folder.appending(path: "t"), withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let share = SharePage(
        [preview], isMasked: false, now: 0, language: .english, version: "0")
      let gallery = Gallery([preview], language: .english, version: "0").files
      let pages = (gallery + Array(preview.pages)).map { ($0.path, $0.bytes) }
      try Browser.lend(isLogged: true) { browser in
        func isQuiet(_ place: String) throws {
          #expect(try browser.run("return window.ran === undefined"), "\(place)")
          #expect(try browser.run("return Object.prototype.ran === undefined"), "\(place)")
        }
        for (path, bytes) in pages + [("share.html", share.html)] {
          let place = folder.appending(path: path)
          try Data(bytes).write(to: place)
          try browser.open(place.absoluteString)
          if path == "index.html" {
            for keys in ["v", "t", "s", "r", "f", "d", "d", "d"] + Self.attacks.map({ _ in "j" }) {
              try browser.press(keys)
              try isQuiet("\(path) after \(keys)")
            }
            try browser.wait("document.querySelector('.phone iframe')")
          }
          try isQuiet(path)
          try browser.act("document.getElementById('link')?.click()", inFrame: 0)
          try isQuiet(path)
        }
        // What runs would have been seen.
        let control = folder.appending(path: "control.html")
        try Data("<p>\(Self.attacks[0])".utf8).write(to: control)
        try browser.open(control.absoluteString)
        #expect(try browser.run("return window.ran === 1"))
        let requests = try browser.requests().filter { !$0.hasPrefix("file:") }
        #expect(requests == [])
      }
    }
  }
}
