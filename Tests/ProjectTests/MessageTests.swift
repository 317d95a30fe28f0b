import Foundation
import TestSupport
import Testing

/// Every sentence for people stands in the sources in both languages.
@Suite struct MessageTests {
  private static func sources() throws -> [(path: String, text: String)] {
    let folder = Checkout.url.appending(path: "Sources")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  @Test func `what is said in Korean is Korean`() throws {
    var count = 0
    for (path, text) in try Self.sources() {
      for match in text.matches(of: #/\bko:\s*"((?:[^"\\]|\\.)*)"/#) {
        count += 1
        let words = match.output.1.replacing(#/\\\([^)]*\)+/#, with: "")
        guard words.contains(where: \.isLetter) else { continue }
        #expect(words.contains(#/\p{Hangul}/#), "\(path): \(words)")
      }
    }
    #expect(count > 200)
  }

  @Test func `what is said in English is not Korean`() throws {
    for (path, text) in try Self.sources() {
      for match in text.matches(of: #/Message\(\s*"((?:[^"\\]|\\.)*)"/#) {
        let words = match.output.1.replacing("(광고)", with: "")
        #expect(!words.contains(#/\p{Hangul}/#), "\(path): \(words)")
      }
    }
  }

  /// Reports print sentences behind a place: lower case, no full stop.
  @Test func `sentences of rules begin small and end without a stop`() throws {
    for (path, text) in try Self.sources() where path.contains("Rules/") {
      for match in text.matches(of: #/Message\(\s*"((?:[^"\\]|\\.)*)"/#) {
        let words = match.output.1
        let isName = words.hasPrefix("Cc") || words.contains(#/^[A-Z]+\b/#)
        #expect(words.first?.isUppercase != true || isName, "\(path): \(words)")
        #expect(!words.hasSuffix("."), "\(path): \(words)")
      }
    }
  }
}
