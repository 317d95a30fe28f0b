import Diagnostics
import JSONSyntax
import Recipients
import TestSupport
import Testing

/// JSON arrays, lines of JSON and complete requests.
@Suite struct JSONListTests {
  private static let kim =
    "{\"address\":\"a@b.cc\",\"name\":\"Kim\",\"parameters\":{\"GRADE\":\"Gold\"}}"

  @Test(arguments: [
    ("[\(kim)]", "JSON"), ("[\n\(kim)\n]\n", "JSON"), ("\(kim)\n", "NDJSON"),
    ("\(kim)", "NDJSON"), ("\n\(kim)\n\n", "NDJSON"),
    ("{\"title\":\"x\",\"recipients\":[\(kim)]}", "request"),
    ("{\n\"recipients\":[\n\(kim)\n]\n}", "request"), ("\u{FEFF}[\(kim)]", "JSON"),
  ])
  func `formats are told by contents`(text: String, format: String) throws {
    let list = try ListText(text)
    #expect(list.format == format)
    #expect(list.rows == ["1: a@b.cc|Kim|-|NAME=-|GRADE=Gold"])
  }

  @Test(arguments: [
    ("{\"email\":\"a@b.cc\",\"GRADE\":10.50}", "GRADE=10.50"),
    ("{\"email\":\"a@b.cc\",\"GRADE\":true}", "GRADE=true"),
    ("{\"email\":\"a@b.cc\",\"GRADE\":null}", "GRADE=-"),
    ("{\"email\":\"a@b.cc\",\"GRADE\":\"\"}", "GRADE="),
    ("{\"email\":\"a@b.cc\",\"GRADE\":\"\\ud83d\\ude00\"}", "GRADE=😀"),
    ("{\"email\":\"a@b.cc\",\"GRADE\":[1]}", "GRADE=- !nestedValue(key: \"GRADE\")"),
    ("{\"email\":\"a@b.cc\",\"OTHER\":[1]}", "GRADE=-"),
    (
      "{\"email\":\"a@b.cc\",\"parameters\":{\"GRADE\":1,\"GRADE\":2}}",
      "GRADE=1 !duplicateKey(key: \"GRADE\")"
    ),
    ("{\"email\":\"a@b.cc\",\"GRADE\":1,\"GRADE\":2}", "GRADE=1 !duplicateKey(key: \"GRADE\")"),
  ])
  func `values keep their literal text`(text: String, end: String) throws {
    let rows = try ListText(text).rows
    #expect(rows.first?.hasSuffix(end) == true, "\(rows)")
  }

  @Test(arguments: [
    "{\"NAME\":\"Kim (VIP)\",\"name\":\"Kim\",\"address\":\"a@b.cc\"}",
    "{\"name\":\"Kim\",\"address\":\"a@b.cc\",\"NAME\":\"Kim (VIP)\"}",
  ])
  func `a plain name key wins over a parameter called NAME`(text: String) throws {
    #expect(try ListText(text).rows == ["1: a@b.cc|Kim|-|NAME=Kim (VIP)|GRADE=-"])
  }

  @Test(arguments: [
    ("\"NAME\":\"x\",\"name\":\"Kim\"", "1: a@b.cc|Kim|-|NAME=-|GRADE=-"),
    ("\"name\":\"f\",\"parameters\":{\"NAME\":\"p\"}", "1: a@b.cc|f|-|NAME=p|GRADE=-"),
  ])
  func `in a request only 'parameters' are parameters`(members: String, row: String) throws {
    let text = "{\"recipients\":[{\"address\":\"a@b.cc\",\(members)}]}"
    #expect(try ListText(text).rows == [row])
  }

  @Test func `a parameter wins over a key of its name, whichever comes first`() throws {
    for members in [
      "\"NAME\":\"k\",\"parameters\":{\"NAME\":\"p\"}",
      "\"parameters\":{\"NAME\":\"p\"},\"NAME\":\"k\"",
    ] {
      let rows = try ListText("[{\"email\":\"a@b.cc\",\(members)}]").rows
      #expect(rows.first?.contains("NAME=p|") == true, "\(rows)")
    }
  }

  @Test func `two keys for one field are a broken row`() throws {
    let rows = try ListText("{\"address\":\"a@b.cc\",\"email\":\"c@d.ee\"}").rows
    #expect(rows.first?.contains("ambiguousKeys") == true)
  }

  @Test func `something else than an object is a broken row`() throws {
    #expect(
      try ListText("[1,\(Self.kim)]").rows == [
        "1: -|-|-|NAME=-|GRADE=- !notAnObject", "2: a@b.cc|Kim|-|NAME=-|GRADE=Gold",
      ])
  }

  @Test(arguments: [
    ("[", JSONError.Problem.unexpectedEnd, 1, 2), ("[1 2]", .unexpectedCharacter, 1, 4),
    ("[\(kim)", .unexpectedEnd, 1, 65), ("[\(kim),]", .unexpectedCharacter, 1, 66),
    ("[\(kim)] x", .trailingContent, 1, 67), ("\(kim)\n{\"a\":}\n", .unexpectedCharacter, 2, 6),
    ("[{\"a\":tru}]", .unexpectedCharacter, 1, 7), ("{\"a\":\"\\x\"}", .invalidEscape, 1, 7),
  ])
  func `JSON that does not parse is named with its place`(
    text: String, problem: JSONError.Problem, line: Int, column: Int
  ) {
    #expect(
      throws: ListError.invalidJSON(problem, position: Position(line: line, column: column)),
      "\(text)"
    ) { try ListText(text) }
  }

  @Test(arguments: ["{\n\"people\": []\n}", "{\n\"recipients\": 1\n}"])
  func `JSON without people`(text: String) {
    #expect(throws: ListError.noPeople) { try ListText(text) }
  }

  @Test func `borders between chunks change nothing`() throws {
    for text in [
      "[\(Self.kim),\n\(Self.kim)]", "\(Self.kim)\n\(Self.kim)\n", "{\"recipients\":[\(Self.kim)]}",
    ] {
      let whole = try ListText(text)
      for chunk in 1...40 { #expect(try ListText(Array(text.utf8), chunk: chunk) == whole) }
    }
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], ForeignFile.workbook),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .compoundDocument), (Array("\n <html>".utf8), .webPage),
      (Array("\u{FEFF}<?xml version=\"1.0\"?>".utf8), .webPage),
      (Array("SCDSA004".utf8), .lockedDocument),
      ([0x9B, 0x20] + Array("DRMONE  This Document is encrypted".utf8), .lockedDocument),
      ([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00, 0x0A, 0x00], .unmarkedUTF16),
      ([0x00, 0x61, 0x00, 0x2C, 0x00, 0x62, 0x00, 0x0A], .unmarkedUTF16),
    ] as [([UInt8], ForeignFile)])
  func `files of other kinds are recognised`(bytes: [UInt8], kind: ForeignFile) {
    #expect(throws: ListError.foreign(kind)) { try ListText(bytes) }
  }

  /// Behind a first object, the same keys are read a shorter way; it must bring the same.
  @Test func `an object brings the same alone and behind others`() async throws {
    let values = [
      "\"Kim\"", "\"\"", "\"a\\\"b\\\\\\/\"", "\"\\u0041\\n\"", "null", "true", "false", "nul", "0",
      "12",
      "007", "1.50", "-1", "1e5", "[1]", "{}", "\"김\"", "\"long enough for several words\"", "\"x",
      "\"\t\"",
      "1x", "",
    ]
    try await Fuzz.run("JSON layouts", iterations: 400) { random in
      func member(_ key: String) -> String {
        "\"\(key)\"\(Bool.random(using: &random) ? " " : ""):\(values.randomElement(using: &random) ?? "")"
      }
      func object() -> String {
        var keys = ["address", "NAME", "GRADE", "other"]
        if Int.random(in: 0..<6, using: &random) == 0 { keys.shuffle(using: &random) }
        if Int.random(in: 0..<6, using: &random) == 0 { keys.append("NAME") }
        return "{" + keys.map(member).joined(separator: ", ") + "}"
      }
      let objects = (0..<4).map { _ in object() }
      let alone = objects.map { text in (try? ListText(text + "\n"))?.rows.first?.dropFirst(2) }
      let together = try? ListText(objects.map { $0 + "\n" }.joined())
      guard alone.allSatisfy({ $0 != nil }) else {
        return together == nil ? nil : objects.joined(separator: "\n")
      }
      let rows = together?.rows.map { $0.dropFirst(2) } ?? []
      return rows.elementsEqual(alone.compactMap { $0 }) ? nil : objects.joined(separator: "\n")
    }
  }
}
