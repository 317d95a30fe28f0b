import Foundation

/// A case in one file: files to begin with, then commands with all they print and leave behind.
///
/// ```
/// --- list.csv
/// address,NAME
/// --- xlsx.csv hex
/// 504b0304
/// $ tmpl lint hello -r list.csv
/// 1| what goes to standard output
/// 2| what goes to standard error
/// +| files that are there now and were not before
/// = 2
/// ```
///
/// Blank lines and lines that begin with `#` may stand between commands. Without files of its own
/// below `templates/` a case has the template `hello`.
struct Transcript {
  private enum Step {
    case command(String)
    case remark(String)
  }

  /// Everything before the first command, as it is written.
  private let header: String
  private var files: [String: Data] = [:]
  private var steps: [Step] = []

  /// A clean template for cases that are about something else.
  static let hello = [
    "templates/hello/mail.json":
      "{\"senderAddress\": \"news@shop.example.com\", \"title\": \"Hello $<NAME>\"}\n",
    "templates/hello/body.html": "<p>Dear $<NAME>, your grade is $<GRADE>.</p>\n",
    "templates/hello/recipients.csv": "address,NAME,GRADE\nkim@example.com,Kim,Gold\n",
  ]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let start = lines.firstIndex { $0.hasPrefix("$ ") } ?? lines.endIndex
    header = lines[..<start].map { $0 + "\n" }.joined()
    readFiles(lines[..<start])
    if !files.keys.contains(where: { $0.hasPrefix("templates/") }) {
      for (path, text) in Self.hello { files[path] = Data(text.utf8) }
    }
    for line in lines[start...] {
      if line.hasPrefix("$ ") {
        steps.append(.command(String(line.dropFirst(2))))
      } else if line.isEmpty || line.hasPrefix("#") {
        steps.append(.remark(String(line)))
      }
    }
  }

  private mutating func readFiles(_ lines: ArraySlice<Substring>) {
    var lines = lines
    while let line = lines.popFirst() {
      guard line.hasPrefix("--- ") else { continue }
      let contents = lines.prefix { !$0.hasPrefix("--- ") }
      lines.removeFirst(contents.count)
      let text = contents.map { $0 + "\n" }.joined()
      let words = line.dropFirst(4).split(separator: " ")
      let isHex = words.count == 2 && words[1] == "hex"
      files[String(words[0])] = isHex ? Self.data(text) : Data(text.utf8)
    }
  }

  /// Runs the case and writes it down again, with what happened in place of what was recorded.
  func replayed() throws -> String {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, contents) in files { try folder.write(contents, to: path) }
    var before = Set(folder.files())
    var output = header
    for step in steps {
      switch step {
      case .remark(let line): output += line + "\n"
      case .command(let line):
        let result = try folder.tool.shell(line)
        output += "$ \(line)\n"
        output += Self.quoted(result.text, "1| ") + Self.quoted(result.errors, "2| ")
        let now = Set(folder.files())
        for path in now.subtracting(before).sorted() { output += "+| \(path)\n" }
        for path in before.subtracting(now).sorted() { output += "-| \(path)\n" }
        before = now
        output += "= \(result.status)\n"
      }
    }
    return output
  }

  private static func quoted(_ text: String, _ mark: String) -> String {
    guard !text.isEmpty else { return "" }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() } else { lines.append("(no line end)") }
    return lines.map { mark + $0 + "\n" }.joined()
  }

  private static func data(_ hex: String) -> Data {
    let digits = Array(hex.filter(\.isHexDigit))
    return Data(
      stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      })
  }
}
