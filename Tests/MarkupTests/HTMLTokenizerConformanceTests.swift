import Foundation
import TestSupport
import Testing

@testable import Markup

/// The tokenizer tests of html5lib, as far as they do not decode character references.
struct HTMLTokenizerConformanceTests {
  private static let folder = Checkout.url
    .appending(path: "../shared/data/corpora/html5lib-tokenizer").standardizedFileURL

  private static var hasCorpus: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private static let files = [
    "contentModelFlags", "domjs", "entities", "escapeFlag", "namedEntities", "numericEntities",
    "pendingSpecChanges", "test1", "test2", "test3", "test4", "unicodeChars",
    "unicodeCharsProblematic",
  ]

  @Test(.enabled(if: hasCorpus, "the html5lib tokenizer tests are not beside the package"))
  func `agrees with html5lib on every case without a reference`() throws {
    var count = 0
    var skipped = 0
    for file in Self.files {
      let data = try Data(contentsOf: Self.folder.appending(path: file + ".test"))
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      for entry in try #require(json["tests"] as? [[String: Any]]) {
        let testCase = try #require(ConformanceCase(entry))
        guard !testCase.input.contains("&") else {
          skipped += 1
          continue
        }
        for state in testCase.states {
          count += 1
          let found = testCase.tokens(from: state)
          #expect(
            found == testCase.expected, "\(file): \(testCase.name), \(state): \(testCase.input)")
        }
      }
    }
    print("html5lib tokenizer: \(count) runs, \(skipped) cases with references left out")
    #expect(count > 1000)
  }
}
