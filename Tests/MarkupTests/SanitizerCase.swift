import Foundation
import TestSupport

/// One case of `SanitizerCases`, whose `README.md` describes the format.
struct SanitizerCase {
  let input: [UInt8]
  /// What email mode prints; nil where a case only has to hold the laws.
  let output: String?
  let strict: String?
  let removals: [String]

  private init(_ lines: [Substring]) {
    var fields: [Substring: [String]] = [:]
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      fields[words[0], default: []].append(words.count > 1 ? String(words[1]) : "")
    }
    input = Self.unescaped(fields["in"]?.first ?? "")
    output = fields["out"]?.first.map { String(decoding: Self.unescaped($0), as: UTF8.self) }
    strict = fields["strict"]?.first.map { String(decoding: Self.unescaped($0), as: UTF8.self) }
    removals = fields["gone"] ?? []
  }

  /// Replaces `\n`, `\t`, `\r`, `\0`, `\f`, `\\` and the bytes of `\xHH`.
  private static func unescaped(_ text: String) -> [UInt8] {
    let plain: [Character: UInt8] = [
      "n": 0x0A, "t": 0x09, "r": 0x0D, "0": 0, "f": 0x0C, "\\": 0x5C,
    ]
    var bytes: [UInt8] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        bytes += character.utf8
        continue
      }
      if next == "x", let byte = UInt8(rest.prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plain[next] ?? UInt8(ascii: "?"))
      }
    }
    return bytes
  }

  // MARK: Files

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  private static let folder = Checkout.url.appending(path: "Tests/MarkupTests/SanitizerCases")

  static func cases(in file: String) throws -> [SanitizerCase] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "")
      .map { $0.filter { !$0.hasPrefix("#") } }
      .flatMap { block -> [SanitizerCase] in
        // A list of inputs alone is a case each.
        guard block.contains(where: { !$0.hasPrefix("in ") }) else {
          return block.map { SanitizerCase([$0]) }
        }
        return [SanitizerCase(block)]
      }
  }
}
