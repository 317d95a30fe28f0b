import Composing
import Diagnostics
import Foundation
import Previews
import TestSupport
import Testing

extension BrowserTests {
  /// Pages in the windows of telephones and laptops: nothing scrolls that need not.
  @Suite struct NarrowPagesTests {
    /// What can be scrolled sideways, the page included; text that is cut off cannot.
    private static let sideways = """
      const wide = (node) => node.scrollWidth > node.clientWidth + 1
        && ["auto", "scroll"].includes(getComputedStyle(node).overflowX);
      const found = [...document.querySelectorAll("body *")].filter(wide).map((node) => node.className);
      return document.documentElement.scrollWidth > innerWidth ? ["page", ...found] : found;
      """

    private static let list = """
      address,name,NAME,GRADE,NOTE
      kim@example.com,Kim,\(String(repeating: "unbroken", count: 20)),Gold,x
      lee@example.org,\(String(repeating: "이름", count: 40)),Lee,,plain

      """

    private func findings() -> [Finding] {
      Severity.allCases.flatMap { severity in
        (0..<120).map { number in
          Finding(
            rule: "rule-\(number)", severity: severity,
            message: Message("a-long-word-of-a-finding-\(number)", ko: "긴 낱말 \(number)"),
            location: Location(file: "templates/a-rather-long-name/body.html"), rows: [2])
        }
      }
    }

    @Test(arguments: [390, 400], [Language.english, .korean])
    func `nothing scrolls sideways on a telephone`(width: Int, language: Language) throws {
      let fixture = try GalleryFixture(
        lists: [Self.list], findings: findings(), language: language)
      defer { fixture.remove() }
      try Browser.lend(.phone) { browser in
        try browser.develop(
          "Emulation.setDeviceMetricsOverride",
          "{\"width\":\(width),\"height\":844,\"deviceScaleFactor\":1,\"mobile\":false}")
        try browser.open(fixture.address())
        try browser.wait("document.querySelector('.phone iframe')")
        for keys in ["", "f", "t", "s", "r", "v", "3", "2", "/"] {
          if !keys.isEmpty { try browser.press(keys) }
          let found: [String] = try browser.run(Self.sideways)
          #expect(found == [], "after \(keys)")
        }
      }
    }

    @Test func `panels cover no button, however low the window is`() throws {
      let fixture = try GalleryFixture(findings: findings())
      defer { fixture.remove() }
      try Browser.lend { browser in
        for height in [560, 700, 800] {
          try browser.develop(
            "Emulation.setDeviceMetricsOverride",
            "{\"width\":1280,\"height\":\(height),\"deviceScaleFactor\":1,\"mobile\":false}")
          try browser.open(fixture.address())
          try browser.wait("document.querySelector('.phone iframe')")
          try browser.press("f")
          let isFree: Bool = try browser.run(
            """
            const bar = document.querySelector('.drawer-bar').getBoundingClientRect();
            return [...document.querySelectorAll('.slot')].every((slot) =>
              slot.getBoundingClientRect().bottom <= bar.top);
            """)
          #expect(isFree, "\(height)")
          try browser.press("f")
        }
      }
    }

    @Test(arguments: [(1280, 800), (1280, 1400), (390, 844)])
    func `a person's page is as high as the window, with or without much to say`(
      width: Int, height: Int
    ) throws {
      let fixture = try GalleryFixture(lists: [Self.list])
      defer { fixture.remove() }
      let page = try #require(fixture.previews.flatMap { Array($0.pages) }.first)
      let file = fixture.folder.appending(path: "page.html")
      try Data(page.bytes).write(to: file)
      try Browser.lend { browser in
        try browser.develop(
          "Emulation.setDeviceMetricsOverride",
          "{\"width\":\(width),\"height\":\(height),\"deviceScaleFactor\":1,\"mobile\":false}")
        try browser.open(file.absoluteString)
        let sizes: [Int] = try browser.run(
          """
          const page = document.documentElement;
          const frame = document.querySelector('iframe').getBoundingClientRect();
          return [page.scrollWidth, page.scrollHeight, Math.round(frame.top),
            Math.round(frame.bottom)];
          """)
        #expect(sizes[0] == width && sizes[1] == height, "\(sizes)")
        #expect(sizes[3] - sizes[2] >= 420 && sizes[3] > height - 20, "\(sizes)")
      }
    }

    @Test func `frames of the page to hand around fit a telephone and keep their widths`() throws {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "tmpl-share-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "share.html")
      try Data(try SharePageTests.page(isMasked: true)).write(to: file)
      try Browser.lend(.phone) { browser in
        try browser.open(file.absoluteString)
        try browser.wait(
          "[...document.querySelectorAll('iframe')].every((frame) => frame.style.zoom)")
        let found: [String] = try browser.run(Self.sideways)
        #expect(found == [])
        for (number, width) in [(0, 375), (1, 640)] {
          try browser.enter(frame: number)
          let inner: Int = try browser.run("return innerWidth")
          #expect(abs(inner - width) <= 1, "\(inner)")
          try browser.enter(frame: nil)
        }
      }
    }
  }
}
