import Foundation
import TestSupport
import Testing

@testable import Markup

/// The tokenizer tests of html5lib, all but those that coerce the result to XML.
struct HTMLTokenizerConformanceTests {
  private static let folder = Checkout.url
    .appending(path: "../shared/data/corpora/html5lib-tokenizer").standardizedFileURL

  private static var hasCorpus: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Each file with its number of cases and of runs, since some cases name several states.
  @Test(
    .enabled(if: hasCorpus, "the html5lib tokenizer tests are not beside the package"),
    arguments: [
      ("contentModelFlags", 14, 24), ("domjs", 43, 59), ("entities", 80, 80), ("escapeFlag", 5, 9),
      ("namedEntities", 4210, 4210), ("numericEntities", 336, 336), ("pendingSpecChanges", 1, 1),
      ("test1", 69, 69), ("test2", 45, 45), ("test3", 1590, 1786), ("test4", 85, 85),
      ("unicodeChars", 323, 323), ("unicodeCharsProblematic", 5, 5),
    ])
  func `agrees with html5lib`(file: String, cases: Int, runs: Int) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: file + ".test"))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let entries = try #require(json["tests"] as? [[String: Any]])
    #expect(entries.count == cases)
    var count = 0
    for entry in entries {
      let testCase = try #require(ConformanceCase(entry))
      for run in testCase.runs {
        count += 1
        let found = run.tokens
        guard found != testCase.expected else { continue }
        Issue.record(
          "\(testCase.name), \(run): \(found.map(\.line)), not \(testCase.expected.map(\.line))")
      }
    }
    #expect(count == runs)
  }

  @Test(.enabled(if: hasCorpus, "the html5lib tokenizer tests are not beside the package"))
  func `leaves no file out`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.filter { $0.hasSuffix(".test") }.count == 14)
  }
}
