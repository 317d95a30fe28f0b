import Previews
import Testing

/// Names of templates' folders.
@Suite struct FolderNamesTests {
  @Test(arguments: [
    ("grade-change", "grade-change"), ("등급 변경", "등급 변경"), ("..", "%2E."), (".", "%2E"),
    ("", "unnamed"),
    ("a/b", "a%2Fb"),
    ("a\u{0}b", "a%00b"), ("100%#?", "100%25%23%3F"),
    ("index.html", "index.html~2"),
    ("INDEX.html", "INDEX.html~2"),
  ])
  func `unsafe characters are percent-encoded`(template: String, folder: String) {
    var names = FolderNames()
    #expect(names.folder(for: template) == folder)
  }

  @Test func `no two templates share a folder`() {
    var names = FolderNames()
    let folders = ["news", "news", "News", "news~2"].map { names.folder(for: $0) }
    #expect(folders == ["news", "news~2", "News~3", "news~2~2"])
  }
}
