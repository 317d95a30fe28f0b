import Approving
import Composing
import Diagnostics
import Foundation
import Markup
import Previews
import TestSupport

/// A gallery on disk, for a browser to open.
struct GalleryFixture {
  static let body = """
    <style>p{color:#123}@media (prefers-color-scheme: dark){body{background:#101418;color:#eee}}</style>
    <body style="background:#fff"><p>Dear $<NAME>, your grade is <b>$<GRADE></b>.</p>
    <p title="$<GRADE>"><a href="https://shop.example.com/?g=$<GRADE>">more</a></p>
    <p>#{UNSUBSCRIBE_MESSAGE} $<NOTE ?? "none"></p>
    """
  static let list = #"""
    address,name,NAME,GRADE,NOTE
    kim@example.com,Kim,Kim & Sons,Gold,"</tmpl-value><b>x"
    lee@example.org,,Lee,,plain
    park@example.com,Park,"박하늘 ""Sky""",골드,

    """#

  let folder: URL
  let previews: [TemplatePreview]

  /// Writes a gallery with a template for each list.
  init(
    body: String = body, lists: [String] = [list], findings: [Finding] = [],
    language: Language = .english
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "tmpl-gallery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    previews = try lists.enumerated().map { number, list in
      let draft = try Draft.of(title: "Hello $<NAME>", body: body)
      return try TemplatePreview(
        draft, people: list, folder: "t\(number + 1)", findings: findings, language: language)
    }
    let page = Gallery(previews, language: language, version: "0").files[0]
    try Data(page.bytes).write(to: folder.appending(path: page.path))
  }

  /// Where the page is, at a place in it.
  func address(_ place: String = "") -> String {
    folder.appending(path: "index.html").absoluteString + place
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

extension TemplatePreview {
  /// Everybody of a list; a person's reasons are those of the same row.
  init(
    _ draft: Draft, people list: String, folder: String, findings: [Finding] = [],
    reasons: [Int: Message] = [:], images: HTMLSanitizer.Images = .fixed,
    language: Language = .english
  ) throws {
    var keys = PersonKeys()
    let people = try draft.rows(list).map { row in
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      return PersonPreview(
        key: keys.key(address: mail.address, row: mail.row), mail: mail, problems: problems,
        reasons: reasons[mail.row].map { [$0] } ?? [])
    }
    self.init(
      draft, folder: folder, findings: findings, people: people, total: people.count,
      isSample: false, images: images, language: language)
  }
}
