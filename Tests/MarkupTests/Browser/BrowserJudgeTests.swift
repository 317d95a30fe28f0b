import Foundation
import Markup
import TestSupport
import Testing

/// The sanitizer's outputs in a browser: nothing runs, nothing is loaded but the images that are
/// wanted, and what stands there is what the lists allow.
@Suite(
  .serialized, .enabled(if: Chromium.installed != nil, Comment(rawValue: Chromium.absence)))
struct BrowserJudgeTests {
  private static let images = LoadingMarkup.texts(LoadingMarkup.images, "image")
  private static let others = LoadingMarkup.texts(LoadingMarkup.others, "other")

  private static func texts() throws -> [[UInt8]] {
    try HostileTexts.all() + (images + others).map { Array($0.text.utf8) }
  }

  @Test func `without images, nothing runs and no host is asked`() async throws {
    let judge = BrowserJudge(browser: try #require(Chromium.installed))
    let texts = try Self.texts()
    let pages = [HTMLSanitizer.Mode.email, .strict].flatMap {
      BrowserJudge.Page.outputs(of: texts, mode: $0, images: .none)
    }
    let (verdict, hosts) = try await judge.verdict(on: pages, images: .none)
    expectInOrder(verdict, pages)
    #expect(hosts == [])
  }

  @Test func `with fixed images, only their hosts are asked`() async throws {
    let judge = BrowserJudge(browser: try #require(Chromium.installed))
    let texts = try Self.texts()
    let pages = BrowserJudge.Page.outputs(of: texts, mode: .email, images: .fixed)
    let (verdict, hosts) = try await judge.verdict(on: pages, images: .fixed)
    expectInOrder(verdict, pages)
    #expect(Set(hosts).subtracting(verdict.hosts) == [])
    // What a page says about the hosts that it asks.
    let told = texts.flatMap { HTMLSanitizer(mode: .email, images: .fixed).sanitize($0).images }
    #expect(verdict.hosts.subtracting(told.compactMap { URL(string: $0)?.host() }) == [])
    #expect(Set(Self.images.map(\.host)).subtracting(hosts) == [])
    #expect(verdict.hosts.isDisjoint(with: Self.others.map(\.host)))
  }

  private func expectInOrder(_ verdict: BrowserJudge.Verdict, _ pages: [BrowserJudge.Page]) {
    #expect(verdict.ran.map { pages[$0].texts } == [])
    #expect(verdict.problems == [])
    #expect(verdict.texts == pages.reduce(0) { $0 + $1.texts.count })
    #expect(verdict.texts >= 200 && verdict.elements >= verdict.texts && verdict.styles >= 500)
  }

  // MARK: That the judge is no easy one

  /// Versions of the browser differ a little in what they load.
  @Test func `as they are, texts run and load`() async throws {
    let judge = BrowserJudge(browser: try #require(Chromium.installed))
    let loading = Self.images + Self.others
    let (verdict, hosts) = try await judge.deeds(
      of: loading.map(\.text) + (try HostileTexts.attacks()))
    let silent = loading.filter { !hosts.contains($0.host) }
    #expect(silent.count * 10 <= loading.count, "\(silent.map(\.text))")
    #expect(verdict.ran.count >= 10)
  }

  /// Texts with a word of what has to be said about each.
  private static let faults = [
    ("<p onclick=\"x\"></p>", "attribute onclick"), ("<p data-x=\"x\"></p>", "attribute data-x"),
    ("<blink></blink>", "element blink"), ("<svg></svg>", "element svg"),
    ("<script></script>", "element script"), ("<p><script>mark()</script></p>", "element script"),
    ("<a href=\"java&#10;script:x\"></a>", "link to java"), ("<a href=\"x\"></a>", "link to x"),
    ("<a href=\"data:text/html,x\"></a>", "link to data"),
    ("<a href=\"https://a@b.example/\"></a>", "link to https"),
    ("<a href=\"https://a.example/\"></a>", "a link that tells"),
    ("<img src=\"https://a.example/\">", "image https"), ("<img src=\"x\">", "image x"),
    ("<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">", "image data"),
    ("<p style=\"position:fixed\"></p>", "position fixed"),
    ("<style>p{position:sticky}</style><p>x</p>", "position sticky"),
    ("<p style=\"background:url(https://a.example/)\"></p>", "url(https"),
    ("<p style=\"background:var(--a)\"></p>", "function var"),
    ("<p style=\"--a:1\"></p>", "property --a"), ("<p style=\"top:0\"></p>", "property top"),
    ("<p style=\"cursor:wait\"></p>", "property cursor"),
    ("<p style=\"list-style-image:linear-gradient(red,blue)\"></p>", "property list-style-image"),
    ("<style>@import 'x';</style>", "rule @import"), ("<style>@page{}</style>", "rule @page"),
    ("<style>p{b{color:red}}</style>", "rule p"),
    ("<table>x</table>", "another tree than"), ("<p><div></div></p>", "another tree than"),
    ("</div>x", "a text that leaves"), ("<b>", "another tree than"),
    ("<form><div></form><form></form></div>", "another tree when read again"),
    ("<!-- -->", "node #comment"),
  ]

  @Test func `what is not allowed is objected to, and nothing else`() async throws {
    let judge = BrowserJudge(browser: try #require(Chromium.installed))
    let harmless = BrowserJudge.Page.ofMail(["<p style=\"color:red\">x<br>y</p>"])
    let pages = Self.faults.map { BrowserJudge.Page.ofMail([$0.0]) } + [harmless]
    let (verdict, _) = try await judge.verdict(on: pages, images: .none)
    for (number, (text, problem)) in Self.faults.enumerated() {
      #expect(
        verdict.problems.contains { $0.hasPrefix("page \(number): ") && $0.contains(problem) },
        "\(text)")
    }
    #expect(!verdict.problems.contains { $0.hasPrefix("page \(Self.faults.count): ") })
    #expect(verdict.ran.map { Self.faults[$0].0 } == ["<p><script>mark()</script></p>"])
  }
}
