import Foundation
import TestSupport

/// Renderings of one template, of which the first is harmless.
struct BrowserCase: Codable {
  /// Whether all of an address is the value, so that it may lead to different places.
  let isAddress: Bool
  /// The bodies.
  let bodies: [String]
}

/// What a browser found in cases: numbers of cases and of their bodies.
struct BrowserReport: Codable, Equatable {
  /// A body of a case.
  struct Place: Codable, Hashable {
    let number: Int
    let body: Int
  }

  /// How many bodies were looked at.
  var bodies = 0
  /// Those with other elements or attributes than the harmless one, or leading elsewhere.
  var different: [Place] = []
  /// Those with an address of a scheme that is not allowed.
  var schemes: [Place] = []
  /// Cases in one of whose bodies a script ran.
  var ran: [Int] = []
}

extension Chromium {
  /// Compares the bodies of each case with its first one.
  func comparison(of cases: [BrowserCase]) async throws -> BrowserReport {
    let json = String(decoding: try JSONEncoder().encode(cases), as: UTF8.self)
    // As an escape of JSON, no value ends the script that holds it.
    let page = Self.page.replacing("CASES", with: json.replacing("<", with: "\\u003C"))
    return try JSONDecoder().decode(BrowserReport.self, from: try await report(of: Data(page.utf8)))
  }

  /// Reads each body as a page, in a cell of a page, and as a fragment; runs all bodies of a case in
  /// a frame without network.
  private static let page = """
    <!doctype html><meta charset="utf-8"><body><script type="application/json">CASES</script>
    <script>
    const cases = JSON.parse(document.querySelector("script").textContent)
    const report = { bodies: 0, different: [], schemes: [], ran: [] }
    const page = (html) => new DOMParser().parseFromString(html, "text/html")
    const cell = (html) => page("<!doctype html><title>a</title><table><tr><td>" + html
      + "</td></tr></table>")
    const fragment = (html) => {
      const root = page("<td>").body
      root.innerHTML = html
      return root
    }
    const address = (element) => {
      const text = element.getAttribute("href") ?? element.getAttribute("src")
      return text === null || !URL.canParse(text) ? null : new URL(text)
    }
    const element = (element, isAddress) => [
      element.localName, ...element.getAttributeNames().sort(),
      isAddress ? "" : address(element)?.origin,
    ].join(" ")
    const outline = (html, isAddress) => [page, cell, fragment].map((read) =>
      [...read(html).querySelectorAll("*")].map((found) => element(found, isAddress)).join(",")
    ).join(";")
    const allowed = ["http:", "https:", "mailto:", "tel:"]
    const isAllowed = (html) => [...page(html).querySelectorAll("[href], [src]")].every((found) =>
      allowed.includes(address(found)?.protocol ?? "http:"))
    window.ran = (number) => { if (!report.ran.includes(number)) report.ran.push(number) }
    cases.forEach(({ isAddress, bodies }, number) => {
      const harmless = outline(bodies[0], isAddress)
      bodies.forEach((html, body) => {
        report.bodies += 1
        if (outline(html, isAddress) !== harmless) report.different.push({ number, body })
        if (!isAllowed(html)) report.schemes.push({ number, body })
      })
      const frame = document.createElement("iframe")
      frame.srcdoc = "<meta http-equiv=Content-Security-Policy content=\\"default-src 'none'; "
        + "script-src 'unsafe-inline'\\"><script>alert = () => parent.ran(" + number + ")</" + "script>"
        + bodies.join("\\n")
      document.body.append(frame)
    })
    window.onload = () => {
      const result = document.createElement("pre")
      result.textContent = JSON.stringify(report)
      document.body.replaceChildren(result)
    }
    </script>
    """
}
