import Foundation

/// What all sanitizers get: a folder of mails for each column of the table, and the worst inputs.
enum SanitizerInputs {
  /// The folders with mails.
  static let groups = ["templates", "newsletter"]
  /// What the worst inputs repeat, each behind the name of its file.
  static let worst = [
    ("p", "<p>"), ("a", "<a>"), ("rows", "<table><tr>"), ("h1", "<h1>"), ("li", "<li>"),
    ("b", "<b>"), ("tables", "<table>"), ("foster", "<table>x"), ("cells", "<col><td>"),
    ("unknown", "<x>"), ("attributes", "<b a b c d e f>"), ("classes", "<p class=a>"),
    ("styles", "<b style=a:b>"), ("media", "<style media=a>b{}</style>"), ("ends", "</b>"),
    ("references", "&lt;"), ("old-references", "&lt"), ("comments", "<!---->"),
    ("mixed", "<ol><table><td><li><dd></ol>"), ("nul", "\0"), ("quotes", "\""),
    ("terms", "<dt>x"), ("links", "<a href=tel:1>"), ("row-texts", "<table><tr>x"),
  ]
  /// The same for what only stands behind a beginning.
  static let worstInside = [
    ("table-a", "<table>", "<a>"), ("table-columns", "<table>", "<col><td>"),
    ("table-texts", "<table>", "\"<tr>"), ("table-quotes", "<table>", "\""),
    ("tag", "<b", " a"),
    ("long-styles", "", "<b style='font:\"\(String(repeating: "!", count: 30_000))\"'>"),
  ]

  /// Makes the folders, the same in every run.
  ///
  /// - Parameters:
  ///   - folder: where they are made.
  ///   - templates: the folder with the project's sample templates.
  /// - Throws: what is wrong with the disk.
  static func write(to folder: URL, templates: URL) throws {
    for name in ["grade-change", "newsletter", "receipt"] {
      let body = try Data(contentsOf: templates.appending(path: "\(name)/body.html"))
      try write(body, to: folder.appending(path: "templates"), name)
    }
    let newsletter = Data(Newsletter.html.utf8)
    try write(newsletter, to: folder.appending(path: "newsletter"), "newsletter")
    let long = folder.appending(path: "long")
    try write(Data(repeatElement(newsletter, count: 11).joined()), to: long, "newsletters")
    for (name, beginning, piece) in worst.map({ ($0, "", $1) }) + worstInside {
      let text = beginning + String(repeating: piece, count: 1_000_000 / piece.utf8.count)
      try write(Data(text.utf8), to: long, name)
    }
  }

  private static func write(_ data: Data, to folder: URL, _ name: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data.write(to: folder.appending(path: "\(name).html"))
  }

  /// The mails of a folder, in the order of their names.
  static func mails(in folder: URL) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      Array(try Data(contentsOf: folder.appending(path: $0)))
    }
  }
}
