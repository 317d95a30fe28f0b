import Composing
import Diagnostics
import TestSupport
import Testing

@testable import Markup
@testable import Previews

/// The law of previews: to sanitize a template once is to sanitize every mail made from it.
@Suite struct SkeletonLawTests {
  // Which images are the same for everybody can be told from templates, not from mails.
  @Test(arguments: ValuePosition.all, [HTMLSanitizer.Images.none, .all])
  func `a template sanitized once shows what each mail sanitized shows`(
    position: ValuePosition, images: HTMLSanitizer.Images
  ) throws {
    let (draft, renderings) = try position.renderings()
    let preview = PreviewBody(draft: draft, labels: Labels(language: .english), images: images)
    let sanitizer = HTMLSanitizer(mode: .email, images: images)
    var compared = 0
    for rendering in renderings {
      guard let body = rendering.body, let mail = rendering.mail else { continue }
      let shown = preview.html(mail, problems: [])
      let whole = sanitizer.sanitize(body)
      // The policy of the page blocks these, as it stands for all mails.
      if whole.removals.contains(where: { $0.kind == .address }), images == .all { continue }
      let expected = Array("<body".utf8) + whole.bodyAttributes.bytes + ">".utf8 + whole.html.bytes
      #expect(Reading.tokens(of: shown) == Reading.tokens(of: expected), "\(rendering.value)")
      let removals = sanitizer.sanitize(shown).removals
      #expect(
        removals.allSatisfy { $0.kind == .declaration && $0.reason == .value }, "\(rendering.value)"
      )
      compared += 1
    }
    #expect(compared >= position.fitting.count)
  }

  @Test(arguments: HTMLSanitizer.Images.allCases)
  func `a value that is refused never gets into a preview`(images: HTMLSanitizer.Images) throws {
    let draft = try Draft.of(
      body: """
        <a href=$<X>>x</a><script>$<X></script><p onclick="$<X>" $<X>="1">y</p><x$<X>>z</x$<X>>
        <style>$<X>{color:red}</style><a href="java$<X>:z">q</a><p style="$<X>:red">r</p>
        <svg><text>$<X></text></svg><img src=`$<X>`><noscript>$<X></noscript>
        """)
    let row = try #require(try draft.rows("address,X\na@b.cc,hostile\n").first)
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    let body = PreviewBody(draft: draft, labels: Labels(language: .english), images: images)
    #expect(
      !String(decoding: body.html(mail, problems: problems), as: UTF8.self).contains("hostile"))
  }

  @Test func `values of a complete request are sanitized as markup`() throws {
    let draft = try Draft.of(
      request: Array(
        """
        {"senderAddress": "a@b.cc", "title": "x", "recipients": [],
        "body": "<p>${X}</p><img src='https://a.example/x.png'>#{UNSUBSCRIBE_MESSAGE}"}
        """.utf8))
    let list = "address,X\na@b.cc,<b onclick=x>bold<script>y</script></p></div>\n"
    let row = try #require(try draft.rows(list).first)
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    let body = PreviewBody(draft: draft, labels: Labels(language: .english), images: .fixed)
    let html = String(decoding: body.html(mail, problems: problems), as: UTF8.self)
    #expect(html.contains("<p><b>bold</b></p>"))
    #expect(html.contains("src=\"https://a.example/x.png\""))
    #expect(html.contains("unsubscribe notice"))
    #expect(body.isPersonal)
  }

  @Test(arguments: HTMLSanitizer.Images.allCases)
  func `images are shown as asked for`(images: HTMLSanitizer.Images) throws {
    let draft = try Draft.of(
      body: """
        <img src="https://a.example/same.png"><img src="https://a.example/$<X>.png">
        <img src="http://a.example/plain.png"><td background="https://a.example/back.png">
        <p style="background:url(https://a.example/css.png)">x</p>
        """)
    let body = PreviewBody(draft: draft, labels: Labels(language: .english), images: images)
    let shown: [String] =
      switch images {
      case .none: []
      case .fixed: ["same.png", "back.png", "css.png"]
      case .all: ["same.png", "", "back.png", "css.png"]
      }
    #expect(
      body.images.map { String($0.dropFirst("https://a.example/".count)) }.sorted()
        == shown.sorted())
    let policy = PreviewSecurity(images: images, addresses: body.images).policy()
    #expect(policy.contains("https:") == (images != .none))
    #expect(!policy.contains("http:"))
  }
}

/// What a token says once references and spellings of addresses are resolved.
private struct Reading: Equatable {
  let outline: String
  let texts: [[UInt8]]

  static func tokens(of html: [UInt8]) -> [Reading] {
    var readings: [Reading] = []
    for token in MarkupScan(of: html, atoms: []).tokens {
      let attributes = token.attributes.map { attribute in
        let range = attribute.valueRange ?? 0..<0
        let value = CharacterReferences.decoded(html[range], in: .attribute)
        return (name: attribute.name.text, value: resolved(value, of: attribute.name.text))
      }.filter { $0.name != "style" || !$0.value.isEmpty }
      let outline = "\(token.kind) \(token.name) \(attributes.map(\.name))"
      let isText = token.kind == .text
      let text = CharacterReferences.decoded(html[token.contentRange], in: .text).withUnixLineEnds
      if isText, readings.last?.outline == outline, let last = readings.popLast() {
        readings.append(Reading(outline: outline, texts: [last.texts[0] + text]))
      } else {
        readings.append(Reading(outline: outline, texts: isText ? [text] : attributes.map(\.value)))
      }
    }
    return readings
  }

  /// A value as a browser takes it: addresses in one spelling, declarations that have no meaning left
  /// out.
  private static func resolved(_ value: [UInt8], of attribute: String) -> [UInt8] {
    switch attribute {
    case "href", "src", "background":
      return (try? URLPolicy.canonical(value.span, for: .templateLink)) ?? value
    case "style":
      var sanitizer = CSSSanitizer { Array($0) }
      return sanitizer.declarations(value, at: 0)
    default: return value.withUnixLineEnds
    }
  }
}

extension [UInt8] {
  /// Line ends as parsers of HTML make them.
  fileprivate var withUnixLineEnds: [UInt8] {
    split(separator: [0x0D, 0x0A], omittingEmptySubsequences: false).joined(separator: [0x0A])
      .map { $0 == 0x0D ? 0x0A : $0 }
  }
}
