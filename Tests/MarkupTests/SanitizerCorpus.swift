import Foundation
import TestSupport

/// Attack strings of other projects, read where they are at hand.
enum SanitizerCorpus {
  private static let url: URL = {
    let folder =
      ProcessInfo.processInfo.environment["TMPL_CORPORA"]
      .map { URL(filePath: $0) } ?? Checkout.url.appending(path: "../shared/data/corpora")
    return folder.appending(path: "sanitizer-inputs.jsonl").standardizedFileURL
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

  static func inputs() throws -> [String] {
    let lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"))
    return try lines.compactMap { line in
      let json = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return json?["input"] as? String
    }
  }
}
