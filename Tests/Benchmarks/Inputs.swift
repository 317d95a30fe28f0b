import Foundation

/// What all engines get: a folder with bodies, people and the digest of each wanted mail.
struct Inputs {
  let body: String
  let people: [[String]]
  /// What each person's mail should be.
  let expected: [Digest]

  /// The 200 people whose mails every engine leaves in a file, for the report to check.
  var samples: StrideTo<Int> { stride(from: 0, to: people.count, by: 100) }

  /// Reads the folder.
  init(_ folder: URL) throws {
    body = try Self.text("body.html", in: folder)
    people = try Self.text("people.tsv", in: folder).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t").map(String.init)
    }
    expected = try Self.text("expected", in: folder).split(separator: "\n").compactMap(Digest.init)
  }

  /// Makes the folder, the same in every run.
  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let people = People.all()
    var files = Syntax.all.map { ($0.file, $0.body()) }
    files.append(
      ("people.tsv", lines(([People.columns] + people).map { $0.joined(separator: "\t") })))
    files.append(("expected", lines(people.map { "\(Digest(Reference.mail(for: $0)))" })))
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  }

  private static func lines(_ lines: [String]) -> String {
    lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
