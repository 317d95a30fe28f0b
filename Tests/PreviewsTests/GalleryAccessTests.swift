import Diagnostics
import Foundation
import Previews
import TestSupport
import Testing

extension BrowserTests {
  /// The gallery for everybody: names of controls, contrast, the way of the Tab key, no requests.
  @Suite struct GalleryAccessTests {
    private func fixture(_ language: Language = .english) throws -> GalleryFixture {
      let finding = Finding(
        rule: "r", severity: .warning, message: Message("watch out", ko: "조심하세요"),
        location: Location(file: "body.html"), rows: [4])
      return try GalleryFixture(
        body: GalleryFixture.body + "<img src=\"https://img.example.com/a.png\"><a href=x>",
        findings: [finding], language: language)
    }

    private static let contrast = """
      const parse = (color) => color.match(/[\\d.]+/g).map(Number);
      const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255)
        .map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
      const behind = (node) => {
        for (; node; node = node.parentElement) {
          const [r, g, b, a = 1] = parse(getComputedStyle(node).backgroundColor);
          if (a === 1) return [r, g, b];
        }
        return [255, 255, 255];
      };
      const weak = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode.parentElement;
        if (!texts.currentNode.textContent.trim() || !node.checkVisibility({ visibilityProperty: true }))
          continue;
        if (node.closest('script, noscript')) continue;
        const [a, b] = [parse(getComputedStyle(node).color), behind(node)].map(luminance);
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${node.className} ${node.textContent}`);
      }
      return weak;
      """

    @Test(arguments: [("light", Language.english), ("dark", .korean)])
    func `all text stands out, and every control has a name`(
      scheme: String, language: Language
    ) throws {
      let fixture = try fixture(language)
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.develop(
          "Emulation.setEmulatedMedia",
          "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"\(scheme)\"}]}")
        try browser.open(fixture.address())
        for keys in ["", "v", "f", "t", "s", "r", "d", "?"] {
          if !keys.isEmpty { try browser.press(keys) }
          let weak: [String] = try browser.run(Self.contrast)
          #expect(weak == [], "after \(keys)")
          let unnamed: [String] = try browser.run(
            """
            const named = (node) => node.getAttribute('aria-label') || node.textContent.trim()
              || document.getElementById(node.getAttribute('aria-labelledby'))?.textContent || node.title;
            return [...document.querySelectorAll('button, a, input, iframe, dialog, [tabindex], [role]')]
              .filter((node) => node.getAttribute('role') !== 'presentation' && !node.hidden)
              .filter((node) => node.getAttribute('role') !== 'status' && !named(node))
              .map((node) => node.outerHTML);
            """)
          #expect(unnamed == [], "after \(keys)")
        }
        let keys: [String] = try browser.run(
          """
          const labels = JSON.parse(document.getElementById('data').textContent).labels;
          return document.body.innerText.split(/\\s+/).filter((word) => word in labels
            && /[A-Z]/.test(word));
          """)
        #expect(keys == [], "labels that are missing")
      }
    }

    @Test func `the Tab key goes from the lists to the mail and its panels`() throws {
      let fixture = try fixture()
      defer { fixture.remove() }
      try Browser.lend { browser in
        try browser.open(fixture.address())
        try browser.wait("document.querySelector('.phone iframe')")
        var order: [String] = []
        for _ in 0..<24 {
          try browser.press("\u{E004}")
          let name: String = try browser.run(
            "const at = document.activeElement; return at.id || at.title || at.innerText || at.tagName"
          )
          if name == order.first { break }
          order.append(name)
        }
        let places = [
          "search", "people", "Previous recipient", "Phone, 375 px", "Light",
          "Outline inserted values",
        ].map { order.firstIndex(of: $0) ?? -1 }
        #expect(places.allSatisfy { $0 >= 0 } && places == places.sorted(), "\(order)")
        let isOutlined: Bool = try browser.run(
          "document.getElementById('search').focus();"
            + "return getComputedStyle(document.activeElement).outlineStyle !== 'none'")
        #expect(isOutlined)
      }
    }

    @Test func `nothing is asked for but images, and the policy has nothing to block`() throws {
      let fixture = try fixture()
      defer { fixture.remove() }
      try Browser.lend(isLogged: true) { browser in
        try browser.open(fixture.address())
        try browser.wait("document.querySelector('.phone iframe')")
        for key in ["v", "d", "d", "s", "j"] { try browser.press(key) }
        try browser.wait("location.hash.includes('lee')")
        let requests = try browser.requests()
        #expect(requests.contains("https://img.example.com/a.png"))
        #expect(
          requests.allSatisfy { $0.hasPrefix("file:") || $0 == "https://img.example.com/a.png" })
        let complaints = try browser.complaints().filter { !$0.contains("ERR_NAME_NOT_RESOLVED") }
        #expect(complaints == [])
      }
    }
  }
}
