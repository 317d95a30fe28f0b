import Foundation
import Markup
import TestSupport

/// How mails look before and after they are sanitized.
struct BrowserRendering {
  /// A mail and how much of it is drawn.
  struct Mail {
    let html: String
    let height: Int
  }

  /// What `comparison.js` found, one of each kind for a mail.
  struct Comparison: Decodable {
    struct Slice: Decodable {
      let pixels: Int
      let different: Int
      /// Those of another colour than the first.
      let drawn: Int
    }

    struct Texts: Decodable, Equatable {
      let before: String
      let after: String
    }

    /// The width and height of the picture.
    let size: [Int]
    let slices: [Slice]
    let texts: [Texts]
  }

  private struct Question: Encodable {
    let picture: String
    let heights: [Int]
    let pairs: [[String]]
  }

  /// How wide each mail is.
  static let width = 640
  private static let script = Checkout.url
    .appending(path: "Tests/MarkupTests/Browser/comparison.js")

  let browser: Chromium

  func comparison(of mails: [Mail]) async throws -> Comparison {
    let pairs = mails.map {
      ["<!doctype html><meta charset=utf-8>" + $0.html, Self.sanitized($0.html)]
    }
    let heights = mails.map(\.height)
    let question = Question(
      picture: try await picture(of: pairs, heights), heights: heights, pairs: pairs)
    let json = String(decoding: try JSONEncoder().encode(question), as: UTF8.self)
    let page = """
      <!doctype html><meta charset="utf-8"><body>
      <script type="application/json">\(json.replacing("<", with: "\\u003C"))</script>
      <script>\(try String(contentsOf: Self.script, encoding: .utf8))</script>
      """
    let report = try await browser.report(of: Data(page.utf8))
    return try JSONDecoder().decode(Comparison.self, from: report)
  }

  private static func sanitized(_ html: String) -> String {
    let result = HTMLSanitizer(mode: .email, images: .none).sanitize(Array(html.utf8))
    let attributes = String(decoding: result.bodyAttributes.bytes, as: UTF8.self)
    let body = String(decoding: result.html.bytes, as: UTF8.self)
    return "<!doctype html><meta charset=utf-8><body\(attributes)>\(body)</body>"
  }

  /// The address of a picture of pairs of pages, the pages side by side, the pairs one below the
  /// other.
  private func picture(of pairs: [[String]], _ heights: [Int]) async throws -> String {
    let rows = zip(pairs, heights).map { pair, height in
      "<div>" + pair.map { Self.frame($0, height) }.joined() + "</div>"
    }
    let style = "<style>body{margin:0}div{display:flex}iframe{border:0}</style>"
    let page = "<!doctype html><meta charset=utf-8>" + style + rows.joined()
    let picture = try await browser.picture(
      of: Data(page.utf8), width: 2 * Self.width, height: heights.reduce(0, +))
    return "data:image/png;base64," + picture.base64EncodedString()
  }

  private static func frame(_ page: String, _ height: Int) -> String {
    let source = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    return """
      <iframe scrolling="no" width="\(width)" height="\(height)" srcdoc="\(source)"></iframe>
      """
  }
}
