@testable import JSONSyntax
import TestSupport
import Testing

/// What holds for every text, tried on generated ones.
@Suite struct JSONLawTests {
  @Test func `what the writer writes, the parser reads back`() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let text = Self.text(&random)
      for indent in [nil, 2] {
        var writer = JSONWriter(indent: indent)
        writer.beginObject()
        writer.key(text)
        writer.beginArray()
        writer.string(text)
        writer.integer(Int.min)
        writer.bool(true)
        writer.null()
        writer.beginObject()
        writer.endObject()
        writer.endArray()
        writer.endObject()
        let value = try JSONParser.parse(writer.bytes)
        guard case .object(let members) = value.kind, let member = members.first,
          case .array(let items) = member.value.kind, case .string(let string) = items[0].kind
        else { throw JSONTestFailure.noObject }
        #expect(member.key.bytes == Array(text.utf8))
        #expect(string.bytes == Array(text.utf8))
        #expect(items[1].kind == .number(Array(String(Int.min).utf8)))
        #expect(items.dropFirst(2).map(\.kind) == [.bool(true), .null, .object([])])
      }
    }
  }

  @Test func `every offset of a decoded string leads back to where it is written`() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Self.scalar(&random)
      }
      // Each scalar is written plainly or as an escape, chosen by chance.
      var literal = "\""
      var starts: [(decoded: Int, written: Int)] = []
      var decoded = 0
      for scalar in scalars {
        starts.append((decoded, literal.utf8.count))
        let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        if mustEscape || Bool.random(using: &random) {
          for unit in String(Character(scalar)).utf16 {
            let digits = String(unit, radix: 16)
            literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          literal.unicodeScalars.append(scalar)
        }
        decoded += UTF8.width(scalar)
      }
      starts.append((decoded, literal.utf8.count))
      literal += "\""
      let source = Array(literal.utf8)
      guard case .string(let string) = try JSONParser.parse(source).kind else {
        throw JSONTestFailure.noObject
      }
      let map = string.offsetMap(source: source)
      for start in starts {
        #expect(map.sourceOffset(start.decoded) == start.written, "\(literal) at \(start.decoded)")
      }
    }
  }

  @Test func `no bytes crash the parser, and what it takes has ranges inside the text`()
    async throws
  {
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\u", "\\", "d800", "1", "-", ".", "e", "tru", "true",
      "null", "/*", "*/", "//", "\n", " ", "한", "\u{0}",
    ]
    func text(_ random: inout SeededGenerator) -> [UInt8] {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        if Int.random(in: 0..<10, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        }
      }
      return bytes
    }
    try await Fuzz.run("JSON", iterations: 2000, on: text) { bytes, random in
      do throws(JSONError) {
        let value = try JSONParser.parse(bytes, comments: Bool.random(using: &random))
        let isInside = value.range.lowerBound >= 0 && value.range.upperBound <= bytes.count
        return isInside ? nil : "ends at \(value.range.upperBound)"
      } catch {
        return (0...bytes.count).contains(error.offset) ? nil : "an error at \(error.offset)"
      }
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...20, using: &random) { text.append(scalar(&random)) }
    return String(text)
  }

  private static func scalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x7F...0x7FF, 0xAC00...0xD7A3, 0x1F300...0x1F6FF, 0x22...0x22,
      0x5C...0x5C,
    ]
    let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
    return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "x"
  }
}
