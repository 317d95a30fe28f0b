import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Previews

extension BrowserTests {
  /// The gallery: lists, keys, links, frames.
  @Suite struct GalleryTests {
    private static let loaded = "document.querySelector('.phone iframe')"

    private func shownNames(_ browser: Browser) throws -> [String] {
      try browser.run(
        "return [...document.querySelectorAll('.person')].map((row) => row.innerText)")
    }

    private func type(_ query: String, into browser: Browser) throws {
      try browser.act(
        """
        const search = document.getElementById('search');
        search.value = \(try quoted(query));
        search.dispatchEvent(new Event('input'));
        """)
    }

    private func quoted(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    @Test func `words are looked for everywhere, and behind a name in one value`() throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      let expected: [(String, Int)] = [
        ("", 3), ("kim@", 1), ("KIM & sons", 1), ("골드", 1), ("gold", 1), ("grade:gold", 1),
        ("note:gold", 0), ("name:lee", 1), ("address:example.com", 2), ("example lee", 1),
        ("nothing:here", 0),
      ]
      try Browser.lend { browser in
        try browser.open(fixture.address())
        for (query, count) in expected {
          try type(query, into: browser)
          #expect(try shownNames(browser).count == count, "\(query)")
        }
      }
    }

    @Test func `toggles show those with findings and those with a reason`() throws {
      let fixture = try GalleryFixture(
        findings: [
          Finding(
            rule: "r", severity: .warning, message: Message("m", ko: "m"),
            location: Location(file: "x"), rows: [4])
        ])
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.open(fixture.address())
        #expect(try browser.run("return document.querySelector('.notable').hidden"))
        try browser.act("document.querySelector('.toggle.problems').click()")
        // Lee's grade is empty, Park's row has a warning.
        #expect(try shownNames(browser).count == 2)
      }
    }

    @Test func `keys go through people and templates, and the address follows`() throws {
      let fixture = try GalleryFixture(
        lists: [GalleryFixture.list, "address,NAME,GRADE\npark@example.com,Park,x\n"])
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.open(fixture.address())
        try browser.wait(Self.loaded)
        try browser.press("j", "j", "j")
        try browser.wait("location.hash === '#t1/park@example.com'")
        try browser.press("k")
        try browser.wait("location.hash === '#t1/lee@example.org'")
        try browser.press("j", "]")
        // The same person stays chosen.
        try browser.wait("location.hash === '#t2/park@example.com'")
        try browser.press("d", "v", "s")
        try browser.wait("location.hash === '#t2/park@example.com?scheme=dark&values=1'")
        #expect(
          try browser.run("return document.querySelector('.code').innerText", as: String.self)
            .contains("Dear Park,"))
        try browser.press("\u{E00C}", "\u{E00C}")
        try browser.wait("document.getElementById('values').hidden")
        #expect(try browser.run("return document.getElementById('panel').hidden"))
      }
    }

    @Test func `a link leads to a person and a look`() throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.open(fixture.address("#t1/park@example.com?scheme=forced&values=1"))
        try browser.wait(Self.loaded)
        #expect(
          try browser.run("return document.querySelector('.subject').innerText")
            == "Hello 박하늘 \"Sky\"")
        #expect(try browser.run("return document.querySelector('iframe.forced') !== null"))
        #expect(try browser.run("return !document.getElementById('values').hidden"))
        // Someone who is not there leaves the first one.
        try browser.open("about:blank")
        try browser.open(fixture.address("#t1/nobody@example.com"))
        try browser.wait("location.hash === '#t1/kim@example.com'")
        #expect(try browser.run("return document.querySelector('.phone iframe') !== null"))
      }
    }

    @Test func `of twenty thousand people only those in view are drawn`() throws {
      let people = (0..<20_000).map { "p\($0)@example.com,Person \($0),G\($0 % 7)" }
      let fixture = try GalleryFixture(
        body: "<p>$<NAME> $<GRADE></p>",
        lists: ["address,NAME,GRADE\n" + people.joined(separator: "\n") + "\n"])
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.open(fixture.address())
        #expect(try shownNames(browser).count < 40)
        try browser.act("document.getElementById('people').focus()")
        try browser.press("\u{E010}")
        try browser.wait("location.hash === '#t1/p19999@example.com'")
        #expect(try shownNames(browser).count < 40)
        #expect(try shownNames(browser).last?.hasSuffix("p19999@example.com") == true)
        try type("grade:g3 person 17", into: browser)
        let found = people.filter { $0.hasSuffix("G3") && $0.contains("17") }.count
        #expect(
          try browser.run("return document.querySelector('.count').innerText")
            == "\(found) of 20,000")
      }
    }

    @Test func `without marks a frame holds the very bytes of the person's page`() throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      let preview = try #require(fixture.previews.first)
      try Browser.lend { browser in
        for person in preview.people {
          let html = String(
            decoding: preview.body.html(person.mail, problems: person.problems), as: UTF8.self)
          try browser.open("about:blank")
          try browser.open(fixture.address("#t1/\(person.key)"))
          for kind in ["phone", "desktop"] {
            let path = "document.querySelector('.\(kind) iframe')"
            try browser.wait(path)
            let bare: String = try browser.run("return \(path).srcdoc")
            #expect(bare.hasPrefix(preview.frame.beginning))
            #expect(bare.hasSuffix("</style>" + html), "\(bare)")
          }
          try browser.press("v")
          let path = "document.querySelector('.phone iframe:last-child')"
          try browser.wait("\(path).srcdoc.includes('</tmpl-value>')")
          let marked: String = try browser.run("return \(path).srcdoc")
          let plain = marked.replacing(
            #/<tmpl-value data-number="\d+" data-about="[^"<>]*">/#, with: ""
          )
          .replacing("</tmpl-value>", with: "")
          #expect(plain.hasSuffix("</style>" + html), "\(plain)")
          #expect(marked.matches(of: #/<tmpl-value /#).count == 3)
        }
      }
    }

    @Test func `values beside the mail say where each one stands`() throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.open(fixture.address("#t1/kim@example.com?values=1"))
        try browser.wait(Self.loaded)
        let text: String = try browser.run("return document.getElementById('values').innerText")
        for words in [
          "Kim & Sons", "GRADE_url", "in the query of a link", "in the title", "in 'title' of 'p'",
          "</tmpl-value><b>x", "body.html:3:11",
        ] {
          #expect(text.contains(words), "\(words) in \(text)")
        }
      }
    }

    @Test(arguments: ["light", "dark"])
    func `a mail's own dark rules follow the frame, not the reader`(reader: String) throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.develop(
          "Emulation.setEmulatedMedia",
          "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"\(reader)\"}]}")
        try browser.open(fixture.address())
        for (scheme, isDark) in [("light", false), ("dark", true), ("forced", false)] {
          try browser.wait(
            "document.querySelectorAll('iframe').length === 2"
              + " && document.querySelectorAll('iframe.\(scheme)').length === 2")
          try browser.enter(frame: 0)
          #expect(
            try browser.run("return matchMedia('(prefers-color-scheme: dark)').matches")
              == isDark, "\(scheme)")
          let background: String = try browser.run(
            "return getComputedStyle(document.body).backgroundColor")
          #expect(background == "rgb(255, 255, 255)", "an attribute's style wins over the sheet")
          try browser.enter(frame: nil)
          try browser.press("d")
        }
      }
    }

    @Test func `at every scale a frame reaches the end of its device`() throws {
      let fixture = try GalleryFixture()
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.open(fixture.address())
        try browser.wait(Self.loaded)
        for width in [1280, 1100, 1050, 900, 390] {
          try browser.develop(
            "Emulation.setDeviceMetricsOverride",
            "{\"width\":\(width),\"height\":843,\"deviceScaleFactor\":1,\"mobile\":false}")
          try browser.wait("innerWidth === \(width)")
          let gap: Double = try browser.run(
            """
            return Math.max(...[...document.querySelectorAll('.slot:not([hidden])')].map((slot) => {
              const device = slot.querySelector('.device');
              const border = parseFloat(getComputedStyle(device).borderBottomWidth);
              const factor = device.getBoundingClientRect().height / device.offsetHeight;
              return Math.abs(device.getBoundingClientRect().bottom - border * factor
                - slot.querySelector('iframe').getBoundingClientRect().bottom);
            }))
            """)
          #expect(gap < 0.01, "\(width)")
          let isWhole: Bool = try browser.run(
            "return [...document.querySelectorAll('.slot:not([hidden]) .device')].every((device) => "
              + "Number.isInteger(parseFloat(getComputedStyle(device).height)))")
          #expect(isWhole, "\(width)")
        }
      }
    }
  }
}
