import Foundation
import TestSupport
import Testing

/// Mails look after sanitizing as they did before, to the pixel.
@Suite(
  .serialized, .enabled(if: Chromium.installed != nil, Comment(rawValue: Chromium.absence)))
struct BrowserRenderingTests {
  private typealias Mail = BrowserRendering.Mail

  /// The sample templates with a value for every placeholder and a picture for each that is
  /// elsewhere.
  private static let templates = MutatedTemplate.samples.map { source in
    var filled = source
    for atom in MarkedSource(source).atoms.reversed() {
      filled.replaceSubrange(atom, with: "값V".utf8)
    }
    let html = String(decoding: filled, as: UTF8.self)
      .replacing(/https:\/\/images\.example\.com\/[^"]*/, with: MailMarkup.image)
    return Mail(html: html, height: 1500)
  }

  private static let pieces = MailMarkup.pieces.map { Mail(html: $0, height: 120) }

  /// What does not survive.
  ///
  /// Without it, the likeness of the others would mean nothing.
  private static let lost = [
    "<p><button>x</button></p>", "<p style=\"position:absolute;top:50px\">x</p>",
    "<p><select><option>x</select></p>",
  ].map { Mail(html: $0, height: 120) }

  @Test func `mails look the same and say the same`() async throws {
    let rendering = BrowserRendering(browser: try #require(Chromium.installed))
    let kept = Self.templates + Self.pieces
    let comparison = try await rendering.comparison(of: kept + Self.lost)
    let height = (kept + Self.lost).reduce(0) { $0 + $1.height }
    #expect(comparison.size == [2 * BrowserRendering.width, height])
    #expect(Self.templates.count == 3)
    for (mail, slice) in zip(kept, comparison.slices) {
      #expect(slice.different * 200 <= slice.pixels, "\(slice) in \(mail.html)")
      #expect(slice.drawn > 0, "\(mail.html)")
    }
    #expect(comparison.texts.prefix(kept.count).filter { $0.before != $0.after } == [])
    for slice in comparison.slices.dropFirst(kept.count) { #expect(slice.different > 50) }
    #expect(comparison.texts.last?.after != comparison.texts.last?.before)
  }
}
