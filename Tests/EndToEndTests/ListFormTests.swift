import Foundation
import TestSupport
import Testing

/// One list in all its forms brings one report.
@Suite struct ListFormTests {
  private static let columns = ["address", "NAME", "GRADE", "NOTE"]

  /// People with quotes, separators and line breaks in their values, and with what is an error.
  private static let people: [[String]] = (0..<2000).map { number in
    [
      number % 700 == 3 ? "no address" : "person\(number % 1000 == 999 ? 998 : number)@example.com",
      ["김철수", "Kim; Lee, \"J\"", "<b>이</b>", "줄\n바꿈", ""][number % 5], "골드\t\(number)", "x",
    ]
  }

  private static func table(_ separator: String, _ lineEnd: String) -> String {
    ([columns] + people).map { row in
      row.map { cell in
        let mustQuote = cell.utf8.contains { "\",;\t\n".utf8.contains($0) }
        return mustQuote ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: separator) + lineEnd
    }.joined()
  }

  private static func lines() throws -> Data {
    let encoder = JSONEncoder()
    var data = Data()
    for person in people {
      data += try encoder.encode(Dictionary(uniqueKeysWithValues: zip(columns, person)))
      data += Data("\n".utf8)
    }
    return data
  }

  /// A report without what differs: the list's name, places in it, and the header's row.
  private static func report(
    _ folder: TemporaryFolder, _ list: String, rowsBefore: Int = 1, prefix: String = ""
  ) throws -> String {
    let result = try folder.tool.shell("\(prefix) tmpl lint t -r \(list) --format json --all")
    #expect(result.status == 1, "\(result.errors)")
    var report = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count > 4)
    report["findings"] = findings.map { finding in
      var finding = finding
      if finding["file"] as? String == list {
        finding["file"] = "list"
        finding["range"] = nil
      }
      if let rows = finding["rows"] as? [Int] { finding["rows"] = rows.map { $0 - rowsBefore } }
      return finding
    }.sorted { "\($0["rule"] ?? "")\($0["rows"] ?? "")" < "\($1["rule"] ?? "")\($1["rows"] ?? "")" }
    let data = try JSONSerialization.data(withJSONObject: report, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"senderAddress\": \"a@shop.example.com\", \"title\": \"Hi $<NAME>\"}",
      to: "templates/t/mail.json")
    try folder.write("<p>$<NAME> $<GRADE></p>\n", to: "templates/t/body.html")
    return folder
  }

  @Test func `separators, encodings and formats make no difference`() throws {
    let folder = try folder()
    defer { folder.remove() }
    let comma = Self.table(",", "\r\n")
    try folder.write(comma, to: "list.csv")
    try folder.write("\u{FEFF}" + comma, to: "marked.csv")
    try folder.write(Self.table(";", "\n"), to: "semicolon.csv")
    try folder.write(Self.table("\t", "\n"), to: "tab.tsv")
    try folder.write(
      Data([0xFF, 0xFE]) + (try #require(comma.data(using: .utf16LittleEndian))),
      to: "list-wide.txt")
    try folder.write(try Self.lines(), to: "list.ndjson")
    let iconv = try folder.tool.shell("iconv -f UTF-8 -t CP949 list.csv >korean.csv")
    #expect(iconv.status == 0)
    let expected = try Self.report(folder, "list.csv")
    for list in ["marked.csv", "semicolon.csv", "tab.tsv", "list-wide.txt", "korean.csv"] {
      #expect(try Self.report(folder, list) == expected, "\(list)")
    }
    #expect(try Self.report(folder, "list.ndjson", rowsBefore: 0) == expected)
  }

  @Test func `the number of cores makes no difference`() throws {
    let folder = try folder()
    defer { folder.remove() }
    // Many blocks, with line breaks in quotes wherever a border may fall.
    let table = Self.table(",", "\n")
    let rows = table.drop { $0 != "\n" }.dropFirst()
    try folder.write(
      table + String(repeating: String(rows), count: 7), to: "list.csv")
    let expected = try Self.report(folder, "list.csv")
    #expect(try Self.report(folder, "list.csv", prefix: "taskset -c 0") == expected)
  }
}
