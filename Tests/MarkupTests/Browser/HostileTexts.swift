import Foundation
import TestSupport

/// Texts that sanitizers are tried on: our own cases, those of others where they are at hand, and
/// made-up ones.
enum HostileTexts {
  static func all() throws -> [[UInt8]] {
    let known = try SanitizerCase.files.flatMap(SanitizerCase.cases).map(\.input)
    return known + (try others()).map { Array($0.utf8) } + generated
  }

  /// Attacks, as they were written.
  static func attacks() throws -> [String] {
    let known = try SanitizerCase.files.flatMap(SanitizerCase.cases)
      .map { String(decoding: $0.input, as: UTF8.self) }
    return known + (SanitizerCorpus.isPresent ? try SanitizerCorpus.inputs() : [])
  }

  private static func others() throws -> [String] {
    let attacks = SanitizerCorpus.isPresent ? try SanitizerCorpus.inputs() : []
    return attacks + (try SanitizerCorpus.tokenizerInputs())
  }

  private static var generated: [[UInt8]] {
    var random = SeededGenerator(seed: 156)
    let markup = (0..<400).map { _ in
      Array(GeneratedMarkup.text(&random, pieces: .random(in: 2...30, using: &random)).utf8)
    }
    let sheets = (0..<60).map { _ in
      Array("<style>".utf8) + MutatedCSS.bytes(&random) + Array("</style><p>x".utf8)
    }
    let styles = (0..<100).map { _ in
      Array("<p style='".utf8) + MutatedCSS.scraps(&random) + Array("'>x</p>".utf8)
    }
    return markup + sheets + styles + (0..<30).map { _ in MutatedTemplate.bytes(&random) }
  }
}
