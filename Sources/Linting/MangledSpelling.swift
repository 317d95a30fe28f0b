import Diagnostics
import Templating

/// One way in which tools rewrite the marks of a placeholder.
struct MangledSpelling {
  let opening: [UInt8]
  let closings: [[UInt8]]
  let isAngle: Bool

  private init(_ opening: String, _ closings: [String], isAngle: Bool) {
    self.opening = Array(opening.utf8)
    self.closings = closings.map { Array($0.utf8) }
    self.isAngle = isAngle
  }

  private static let all = [
    MangledSpelling("$&lt;", ["&gt;", ">"], isAngle: true),
    MangledSpelling("$&#60;", ["&#62;", "&gt;", ">"], isAngle: true),
    MangledSpelling("$%3C", ["%3E", ">"], isAngle: true),
    MangledSpelling("%24&lt;", ["&gt;", ">"], isAngle: true),
    MangledSpelling("%24%3C", ["%3E"], isAngle: true),
    MangledSpelling("$\\u003c", ["\\u003e"], isAngle: true),
    MangledSpelling("＄＜", ["＞", ">"], isAngle: true),
    MangledSpelling("$＜", ["＞", ">"], isAngle: true),
    MangledSpelling("$%7B", ["%7D", "}"], isAngle: false),
    MangledSpelling("%24%7B", ["%7D"], isAngle: false),
    MangledSpelling("%24{", ["}"], isAngle: false),
    MangledSpelling("$&#123;", ["&#125;", "}"], isAngle: false),
    MangledSpelling("$&lbrace;", ["&rbrace;", "}"], isAngle: false),
    MangledSpelling("＄｛", ["｝", "}"], isAngle: false),
    MangledSpelling("$｛", ["｝", "}"], isAngle: false),
    MangledSpelling("＄{", ["}"], isAngle: false),
    MangledSpelling("＄<", [">"], isAngle: true),
    MangledSpelling("#{", ["}"], isAngle: false),
  ]

  struct Found {
    var range: Range<Int>
    var name: String
    var restored: String
  }

  static func findAll(in template: Template) -> [Found] {
    var found: [Found] = []
    let bytes = template.text.bytes
    for segment in template.segments {
      guard case .text(let range) = segment else { continue }
      var index = range.lowerBound
      while index < range.upperBound {
        if let hit = match(bytes, at: index, before: range.upperBound) {
          found.append(hit)
          index = hit.range.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private static func match(_ bytes: [UInt8], at index: Int, before end: Int) -> Found? {
    guard
      bytes[index] == UInt8(ascii: "$") || bytes[index] == UInt8(ascii: "%")
        || bytes[index] == UInt8(ascii: "#") || bytes[index] == 0xEF
    else { return nil }
    for spelling in all where bytes[index..<end].starts(with: spelling.opening) {
      let start = index + spelling.opening.count
      var stop = start
      while stop < end, stop - start < 64 {
        if let closing = spelling.closings.first(where: { bytes[stop..<end].starts(with: $0) }) {
          let name = String(decoding: bytes[start..<stop], as: UTF8.self)
          // The service's own mark.
          guard NameGrammar.isName(name), name != "UNSUBSCRIBE_MESSAGE" else { break }
          return Found(
            range: index..<stop + closing.count, name: name,
            restored: spelling.isAngle ? "$<\(name)>" : "${\(name)}")
        }
        stop += 1
      }
    }
    return nil
  }
}
