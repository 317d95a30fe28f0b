import Foundation
import Markup
import TestSupport

/// What a browser makes of texts, and whom it asks for anything on their account.
struct BrowserJudge {
  /// Texts that stand in one page, each in an element of its own.
  struct Page: Encodable {
    var bodyAttributes = ""
    let texts: [String]
    /// The elements and attributes that may be found there.
    var elements: [String] = []
    var attributes: [String] = []
  }

  /// What `judge.js` found.
  struct Verdict: Decodable {
    /// How much was walked over: texts, their elements, declarations of their styles.
    let texts: Int
    let elements: Int
    let styles: Int
    /// The pages in which a script ran.
    let ran: [Int]
    let problems: [String]
    /// The hosts of all images.
    let hosts: Set<String>
  }

  private struct Question: Encodable {
    let pages: [Page]
    let isRemoteAllowed: Bool
    let isWalked: Bool
  }

  private static let script = Checkout.url.appending(path: "Tests/MarkupTests/Browser/judge.js")

  let browser: Chromium

  /// Judges what the sanitizer printed; gives the hosts that were asked for, too.
  func verdict(on pages: [Page], images: HTMLSanitizer.Images) async throws -> (Verdict, [String]) {
    try await verdict(on: Question(pages: pages, isRemoteAllowed: images != .none, isWalked: true))
  }

  /// Lets texts do what they like, without a look at their elements.
  func deeds(of texts: [String]) async throws -> (Verdict, [String]) {
    let pages = texts.grouped(by: 12).map { Page(texts: $0) }
    return try await verdict(on: Question(pages: pages, isRemoteAllowed: true, isWalked: false))
  }

  private func verdict(on question: Question) async throws -> (Verdict, [String]) {
    let json = String(decoding: try JSONEncoder().encode(question), as: UTF8.self)
    // As an escape of JSON, no text ends the script that holds it.
    let page = """
      <!doctype html><meta charset="utf-8"><body>
      <script type="application/json">\(json.replacing("<", with: "\\u003C"))</script>
      <script>\(try String(contentsOf: Self.script, encoding: .utf8))</script>
      """
    let server = try LoopbackServer()
    let report: Data
    do {
      report = try await browser.report(of: Data(page.utf8), server: server)
    } catch {
      _ = server.stop()
      throw error
    }
    let hosts = server.stop()
    return (try JSONDecoder().decode(Verdict.self, from: report), hosts)
  }
}

extension BrowserJudge.Page {
  /// Pages of what the sanitizer makes of texts, each output once.
  ///
  /// Outputs without a tag are left out: there is nothing in them for a browser to do.
  static func outputs(
    of texts: [[UInt8]], mode: HTMLSanitizer.Mode, images: HTMLSanitizer.Images
  ) -> [Self] {
    let sanitizer = HTMLSanitizer(mode: mode, images: images)
    var seen: Set<String> = []
    var outputs: [String] = []
    var pages: [Self] = []
    for text in texts {
      let result = sanitizer.sanitize(text)
      let body = String(decoding: result.bodyAttributes.bytes, as: UTF8.self)
      let output = String(decoding: result.html.bytes, as: UTF8.self)
      guard seen.insert(body + ">" + output).inserted else { continue }
      if !body.isEmpty {
        pages.append(ofMail([output], bodyAttributes: body))
      } else if output.contains("<") {
        outputs.append(output)
      }
    }
    return pages + outputs.grouped(by: 24).map { mode == .strict ? ofValues($0) : ofMail($0) }
  }

  /// A page in which stands what a mail may hold.
  static func ofMail(_ texts: [String], bodyAttributes: String = "") -> Self {
    Self(
      bodyAttributes: bodyAttributes, texts: texts, elements: PrintedMarkup.elements + ["style"],
      attributes: PrintedMarkup.attributes + ["alink", "link", "text", "vlink"])
  }

  /// A page in which stands what a value may hold.
  private static func ofValues(_ texts: [String]) -> Self {
    let elements = "a b br em i li ol p s span strong sub sup u ul".split(separator: " ")
    return Self(
      texts: texts, elements: elements.map(String.init), attributes: ["href", "rel", "target"])
  }
}

extension Array {
  fileprivate func grouped(by size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
