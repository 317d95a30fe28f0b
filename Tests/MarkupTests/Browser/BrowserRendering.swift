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

    /// The pictures' widths and heights.
    let sizes: [[Int]]
    let slices: [Slice]
    let texts: [Texts]
  }

  private struct Question: Encodable {
    let pictures: [String]
    let heights: [Int]
    let pairs: [[String]]
  }

  static let width = 640
  private static let script = Checkout.url
    .appending(path: "Tests/MarkupTests/Browser/comparison.js")

  let browser: Chromium

  func comparison(of mails: [Mail]) throws -> Comparison {
    let before = mails.map { "<!doctype html><meta charset=utf-8>" + $0.html }
    let after = mails.map { Self.sanitized($0.html) }
    let heights = mails.map(\.height)
    let question = Question(
      pictures: [try picture(of: before, heights), try picture(of: after, heights)],
      heights: heights, pairs: zip(before, after).map { [$0, $1] })
    let json = String(decoding: try JSONEncoder().encode(question), as: UTF8.self)
    let page = """
      <!doctype html><meta charset="utf-8"><body>
      <script type="application/json">\(json.replacing("<", with: "\\u003C"))</script>
      <script>\(try String(contentsOf: Self.script, encoding: .utf8))</script>
      """
    return try JSONDecoder().decode(Comparison.self, from: browser.report(of: Data(page.utf8)))
  }

  private static func sanitized(_ html: String) -> String {
    let result = HTMLSanitizer(mode: .email, images: .none).sanitize(Array(html.utf8))
    let attributes = String(decoding: result.bodyAttributes.bytes, as: UTF8.self)
    let body = String(decoding: result.html.bytes, as: UTF8.self)
    return "<!doctype html><meta charset=utf-8><body\(attributes)>\(body)</body>"
  }

  /// The address of a picture of pages, one below the other.
  private func picture(of pages: [String], _ heights: [Int]) throws -> String {
    let frames = zip(pages, heights).map { page, height in
      let source = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      return """
        <iframe scrolling="no" style="display:block;border:0" width="\(Self.width)" \
        height="\(height)" srcdoc="\(source)"></iframe>
        """
    }
    let page = "<!doctype html><meta charset=utf-8><body style=margin:0>" + frames.joined()
    let picture = try browser.picture(
      of: Data(page.utf8), width: Self.width, height: heights.reduce(0, +))
    return "data:image/png;base64," + picture.base64EncodedString()
  }
}
