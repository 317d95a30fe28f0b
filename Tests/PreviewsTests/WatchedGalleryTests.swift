import Composing
import Diagnostics
import Foundation
import Previews
import TestSupport
import Testing

extension BrowserTests {
  /// A gallery that is written again and again while it is open.
  @Suite struct WatchedGalleryTests {
    private func write(_ body: String, to folder: URL, isWatched: Bool = true) throws {
      let draft = try Draft.of(title: "Hello $<NAME>", body: body)
      let preview = try TemplatePreview(
        draft, people: GalleryFixture.list, folder: "t1")
      let files = Gallery(
        [preview], language: .english, version: "0", isWatched: isWatched
      ).files
      #expect(files.map(\.path) == ["index.html"] + (isWatched ? [Gallery.stampName] : []))
      for file in files {
        try Data(file.bytes).write(to: folder.appending(path: file.path), options: .atomic)
      }
    }

    @Test func `it shows itself anew once it was written anew, at the same person`() throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      let images = "<img src=\"\(fixture.folder.absoluteString)local.png\">"
      try write("<p>first $<NAME></p>\(images)", to: fixture.folder)
      try Browser.lend(isLogged: true) { browser in
        try browser.open(fixture.address("#t1/lee@example.org?scheme=dark"))
        try browser.wait("document.querySelector('.phone iframe')?.srcdoc.includes('first')")
        try browser.act("window.isOld = true")
        // Written again without a change, it stays as it is.
        try write("<p>first $<NAME></p>\(images)", to: fixture.folder)
        try browser.wait(
          "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('watch'))"
            + ".length > 2 || (window.looks = (window.looks || 0) + 1) > 120")
        #expect(try browser.run("return window.isOld === true"))
        try write("<p>second $<NAME></p>\(images)", to: fixture.folder)
        try browser.wait(
          "!window.isOld && document.querySelector('.phone iframe')?.srcdoc.includes('second')")
        let hash: String = try browser.run("return location.hash")
        #expect(hash == "#t1/lee@example.org?scheme=dark")
        #expect(try browser.requests().allSatisfy { !$0.contains("local.png") })
      }
    }

    @Test func `a gallery that nobody watches asks for nothing`() throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      try write("<p>$<NAME></p>", to: fixture.folder, isWatched: false)
      try Browser.lend(isLogged: true) { browser in
        try browser.open(fixture.address())
        try browser.wait("document.querySelector('.phone iframe')")
        #expect(try browser.requests().allSatisfy { !$0.contains("watch") })
      }
    }
  }
}
