import Foundation
import TestSupport

/// Attack strings of other projects, read where they are at hand.
enum SanitizerCorpus {
  private static let folder =
    (ProcessInfo.processInfo.environment["TMPL_CORPORA"]
    .map { URL(filePath: $0) } ?? Checkout.url.appending(path: "../shared/data/corpora"))
    .standardizedFileURL

  private static let url = folder.appending(path: "sanitizer-inputs.jsonl")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

  static func inputs() throws -> [String] {
    let lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"))
    return try lines.compactMap { line in
      let json = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return json?["input"] as? String
    }
  }

  /// What html5lib tries tokenizers on; nothing where it is not at hand.
  static func tokenizerInputs() throws -> [String] {
    let folder = folder.appending(path: "html5lib-tokenizer")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try files.filter { $0.hasSuffix(".test") }.sorted().flatMap { file in
      let data = try Data(contentsOf: folder.appending(path: file))
      let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      return (json?["tests"] as? [[String: Any]] ?? []).compactMap { $0["input"] as? String }
    }
  }
}
