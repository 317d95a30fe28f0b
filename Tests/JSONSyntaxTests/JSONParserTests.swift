@testable import JSONSyntax
import Testing

/// The parser against RFC 8259: what it takes, what it refuses, and where it says so.
@Suite struct JSONParserTests {
  @Test(arguments: [
    "null", "true", " false ", "0", "-0", "10.50", "1e5", "1E+5", "-12.25e-3", "\"\"", "\"a\"",
    #""\"\\\/\b\f\n\r\tA""#, #""한글 \uD83D\uDE00 \uAC00""#, "[]", "[ ]", "[1,2]", "[[[]]]", "{}",
    #"{"a":1,"a":2}"#, "{\"a\" : [ { \"b\" : null } ] }\n", "\u{FEFF}{}", "\"\u{2028}\"",
  ])
  func `valid text is taken`(text: String) throws {
    _ = try JSONParser.parse(Array(text.utf8))
  }

  @Test(arguments: [
    ("", JSONError.Problem.unexpectedEnd, 0), ("  ", .unexpectedEnd, 2),
    ("nul", .unexpectedCharacter, 0), ("nulll", .trailingContent, 4), ("01", .invalidNumber, 1),
    ("-", .invalidNumber, 1), ("1.", .invalidNumber, 2), ("1e", .invalidNumber, 2),
    (".5", .unexpectedCharacter, 0), ("+1", .unexpectedCharacter, 0),
    ("NaN", .unexpectedCharacter, 0), ("\"a", .unexpectedEnd, 2),
    ("\"a\nb\"", .controlCharacter, 2), (#""\x""#, .invalidEscape, 1),
    (#""\u12G4""#, .invalidEscape, 1), (#""\uD800""#, .invalidEscape, 1),
    (#""\uDC00""#, .invalidEscape, 1), (#""\uD800A""#, .invalidEscape, 1),
    (#""\"#, .unexpectedEnd, 2), ("'a'", .unexpectedCharacter, 0),
    ("[1,]", .unexpectedCharacter, 3),
    ("[1 2]", .unexpectedCharacter, 3), ("[", .unexpectedEnd, 1),
    ("{\"a\"}", .unexpectedCharacter, 4),
    ("{a:1}", .unexpectedCharacter, 1), ("{\"a\":1,}", .unexpectedCharacter, 7),
    ("{\"a\":}", .unexpectedCharacter, 5), ("{} {}", .trailingContent, 3),
    ("// x\n1", .unexpectedCharacter, 0), ("]", .unexpectedCharacter, 0),
  ])
  func `invalid text is refused at its first wrong byte`(
    text: String, problem: JSONError.Problem, offset: Int
  ) {
    #expect(throws: JSONError(problem: problem, offset: offset)) {
      try JSONParser.parse(Array(text.utf8))
    }
  }

  @Test func `bytes that are not UTF-8 are refused inside strings`() {
    for (bytes, offset) in [
      ([0x22, 0xFF, 0x22], 1), ([0x22, 0x61, 0xC0, 0x80, 0x22], 2),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0xE2, 0x82, 0x22], 1),
    ] as [([UInt8], Int)] {
      #expect(throws: JSONError(problem: .invalidUTF8, offset: offset)) {
        try JSONParser.parse(bytes)
      }
    }
  }

  @Test func `comments and last commas are taken where they are allowed`() throws {
    let text = "// head\n{ /* a * / */ \"a\": [1, 2,], // tail\n}\n/**/"
    let value = try JSONParser.parse(Array(text.utf8), comments: true)
    guard case .object(let members) = value.kind else { throw JSONTestFailure.noObject }
    #expect(members.map(\.key.text) == ["a"])
    for text in ["/* x", "/", "{} /x", "{,}", "[,]"] {
      #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8), comments: true) }
    }
  }

  @Test func `nesting is limited and never runs out of stack`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try JSONParser.parse(nested(64)) }
    #expect(throws: JSONError(problem: .tooDeep, offset: 64)) { try JSONParser.parse(nested(65)) }
    #expect(throws: JSONError.self) { try JSONParser.parse(nested(1_000_000)) }
  }

  @Test func `a range is parsed with offsets of the whole`() throws {
    let text = Array("xx[1]yy".utf8)
    let value = try JSONParser.parse(text, range: 2..<5)
    #expect(value.range == 2..<5)
    #expect(throws: JSONError(problem: .unexpectedEnd, offset: 4)) {
      try JSONParser.parse(text, range: 2..<4)
    }
  }

  @Test func `numbers keep their spelling`() throws {
    for spelling in ["10.50", "1e400", "-0", "123456789012345678901234567890"] {
      let value = try JSONParser.parse(Array(spelling.utf8))
      #expect(value.kind == .number(Array(spelling.utf8)))
    }
  }
}

enum JSONTestFailure: Error { case noObject }
