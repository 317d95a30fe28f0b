import Composing
import Diagnostics
import Hashing
import Markup
import TestSupport
import Testing

@testable import Previews

/// A request alone makes the pages that were made of template and list.
@Suite struct RequestPreviewTests {
  /// Bodies in which a request is written otherwise than its template.
  private static let bodies = [
    "<p>Dear $<NAME>, $<GRADE | lower> $<GRADE ?? \"none\"></p>",
    "<p title='$<NAME>'>\\${A} \\$<b> $$<NAME> &#36;{C} &#36;&lt; $5</p><p>#{UNSUBSCRIBE_MESSAGE}</p>",
    "<table><tr><td>$<NAME>\n<!-- tmpl:allow small-text: because -->\n</td></tr></table>",
    "<!-- tmpl:allow x: y --><p>$<NAME></p><a href=\"https://a.example/?q=$<NAME>\\${X}\">x</a>",
    "<img src=\"https://a.example/a.png\"><img src=\"https://a.example/$<NAME>.png\">",
    "<style>p{color:#123}</style><p style=\"color:red\" onclick=\"x\">$<NAME | raw></p><script>x</script>",
    "<!--[if mso]><p>$<NAME></p><![endif]--><p>no value</p>",
  ]
  private static let list =
    "address,name,NAME,GRADE\nkim@example.com,Kim,Kim & Söns,Gold ${A} #{B}\nlee@example.com,,<b>Lee</b>,Tin\n"

  /// What a person of a request differs in.
  private struct Comparison {
    let preview: TemplatePreview
    let pages: [[UInt8]]
    var manifest: PreviewManifest
    let remade: RequestPreview
    let request: Draft
    let people: [Mail]
    var scanner = PageScanner()

    init(_ draft: Draft, _ list: String, images: HTMLSanitizer.Images = .fixed) throws {
      try self.init(try TemplatePreview(draft, people: list, folder: "t", images: images))
    }

    init(_ preview: TemplatePreview) throws {
      let draft = preview.draft
      self.preview = preview
      manifest = PreviewManifest(preview, version: "0")
      pages = preview.pages.map(\.bytes)
      for (person, page) in zip(preview.people, pages) {
        manifest.add(person, of: preview, page: page)
      }
      var writer = RequestWriter(draft, profile: preview.profile)
      for person in preview.people { _ = writer.add(person.mail) }
      let last = writer.finish()
      let bytes = try #require(last)
      request = try Draft.of(request: bytes)
      let read = request
      people = try request.rows(bytes).map { row in
        var problems: [ValueProblem] = []
        return read.mail(for: row, problems: &problems)
      }
      let written = try #require(PreviewManifest(file: WrittenFiles().json(manifest)))
      remade = RequestPreview(request, like: written)
      manifest = written
    }

    mutating func difference(_ number: Int, page: [UInt8]? = nil) -> RequestPreview.Difference? {
      var part: [UInt8] = []
      PersonWriter(request, profile: preview.profile).append(people[number], to: &part)
      return remade.difference(
        people[number], problems: [], part: SHA256.hash(part), from: manifest.people[number],
        page: page ?? pages[number], &scanner)
    }
  }

  @Test(arguments: bodies, [true, false])
  func `a request makes the pages of its template`(body: String, isIndividual: Bool) throws {
    let fields =
      isIndividual
      ? ""
      : "\"individual\": false, \"parameters\": {\"NAME\": \"<b> & 'Q'\", \"GRADE\": \"x ${A}\"}"
    for images in HTMLSanitizer.Images.allCases {
      let draft = try Draft.of(title: "Hello $<NAME> $5", body: body, fields: fields)
      var comparison = try Comparison(draft, Self.list, images: images)
      for number in 0..<2 {
        let difference = comparison.difference(number)
        #expect(difference == nil, "\(images)")
      }
    }
  }

  /// Each position with a third of the values, another third in the next.
  @Test(arguments: ValuePosition.all.indices)
  func `a request makes the pages of hostile values`(place: Int) throws {
    let (draft, renderings) = try ValuePosition.all[place].renderings()
    let all = renderings.filter { $0.mail != nil }
    let accepted = all.indices
      .filter { ($0 + place).isMultiple(of: 3) || all.count < 3 }.map { all[$0] }
    let people = accepted.enumerated().compactMap { number, rendering in
      rendering.mail.map { PersonPreview(key: "\(number)", mail: $0, problems: []) }
    }
    var comparison = try Comparison(
      TemplatePreview(
        draft, folder: "t", findings: [], people: people, total: people.count, isSample: false,
        language: .korean))
    #expect(comparison.manifest.people.count == accepted.count)
    for number in accepted.indices {
      let difference = comparison.difference(number)
      #expect(difference == nil, "\(accepted[number].value)")
    }
  }

  @Test func `a changed byte of a page is found where it is`() throws {
    let draft = try Draft.of(title: "Hello $<NAME>", body: Self.bodies[1])
    var comparison = try Comparison(draft, Self.list)
    let page = comparison.pages[0]
    var scanner = PageScanner()
    let parts = scanner.parts(of: page)
    let frame = try #require(parts).frame
    // Each byte at both ends of the frame, of the others some.
    let ends = [frame.lowerBound, frame.upperBound]
    for index in page.indices
    where index % 23 == 0 || ends.contains(where: { abs($0 - index) < 20 }) {
      var edited = page
      edited[index] ^= 1
      let difference = comparison.difference(0, page: edited)
      // A quote ends the frame before the byte that would differ.
      if case .frame(let offset, _) = difference, frame.contains(index) {
        #expect(offset == index)
      } else {
        #expect(difference != nil && !frame.contains(index), "\(index)")
      }
    }
  }

  @Test func `a value is named where it differs`() throws {
    let draft = try Draft.of(title: "Hello $<NAME>", body: "<p>$<NAME></p><p>$<GRADE></p>")
    var comparison = try Comparison(draft, Self.list)
    let other = try Comparison(
      draft, Self.list.replacing("Gold", with: "Golf"))
    let page = other.pages[0]
    guard case .frame(_, let name) = comparison.difference(0, page: page) else {
      Issue.record("no difference")
      return
    }
    #expect(name == "GRADE")
  }

  @Test func `a page that is none has no mail`() throws {
    let draft = try Draft.of(body: "<p>$<NAME></p>")
    var comparison = try Comparison(draft, Self.list)
    let none = comparison.difference(0, page: Array("<p>x</p>".utf8))
    #expect(none == .noFrame)
    #expect(PreviewManifest(file: Array("{\"files\": {}}".utf8)) == nil)
  }
}
