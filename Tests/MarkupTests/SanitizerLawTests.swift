import Foundation
import TestSupport
import Testing

@testable import Markup

/// What holds for every output, whatever the input.
struct SanitizerLawTests {
  @Test(arguments: HTMLSanitizer.Mode.allCases, [5, 60, 777] as [UInt64])
  func `random bytes`(mode: HTMLSanitizer.Mode, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 0...120, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      Self.check(bytes, mode)
    }
  }

  @Test(arguments: HTMLSanitizer.Mode.allCases, [1, 22, 333, 4444] as [UInt64])
  func `generated markup`(mode: HTMLSanitizer.Mode, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let pieces = Int.random(in: 1...24, using: &random)
      Self.check(Array(GeneratedMarkup.text(&random, pieces: pieces).utf8), mode)
    }
  }

  @Test(arguments: HTMLSanitizer.Mode.allCases)
  func `mutated templates`(mode: HTMLSanitizer.Mode) {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<40 { Self.check(MutatedTemplate.bytes(&random), mode) }
  }

  @Test(arguments: HTMLSanitizer.Mode.allCases)
  func `attacks of our own`(mode: HTMLSanitizer.Mode) throws {
    let cases = try SanitizerCase.files.flatMap(SanitizerCase.cases)
    #expect(cases.count >= 300)
    for testCase in cases { Self.check(testCase.input, mode) }
  }

  @Test(
    .enabled(if: SanitizerCorpus.isPresent, "the sanitizer inputs are not beside the package"),
    arguments: HTMLSanitizer.Mode.allCases)
  func `attacks of others`(mode: HTMLSanitizer.Mode) throws {
    let inputs = try SanitizerCorpus.inputs()
    #expect(inputs.count >= 390)
    for input in inputs { Self.check(Array(input.utf8), mode) }
  }

  @Test func `joined outputs add no markup`() {
    var random = SeededGenerator(seed: 8)
    let sanitizer = HTMLSanitizer(mode: .strict)
    for _ in 0..<200 {
      let first = Array(GeneratedMarkup.text(&random, pieces: 9).utf8)
      let second = Array(GeneratedMarkup.text(&random, pieces: 9).utf8)
      let joined = sanitizer.sanitize(first).html.bytes + sanitizer.sanitize(second).html.bytes
      #expect(PrintedMarkup.problem(in: joined, allowsStyle: false) == nil)
      let text = HTMLSanitizer(mode: .text).sanitize(first).html.bytes
      let scan = MarkupScan(of: Array("<b title=\"".utf8) + text + Array("\">".utf8), atoms: [])
      #expect(scan.tokens.map(\.kind) == [.startTag])
      #expect(scan.tokens.first?.attributes.count == 1)
    }
  }

  // MARK: Checks

  private static func check(_ bytes: [UInt8], _ mode: HTMLSanitizer.Mode) {
    let shown = String(decoding: bytes, as: UTF8.self).debugDescription
    let sanitizer = HTMLSanitizer(mode: mode, images: .fixed)
    let result = sanitizer.sanitize(bytes)
    let output = result.html.bytes
    let problem = PrintedMarkup.problem(in: output, allowsStyle: mode == .email)
    #expect(problem == nil, "\(shown) gives \(String(decoding: output, as: UTF8.self))")
    // References make text six times as long. Parts of tables grow more, as all that they need
    // around them is printed: of the 9 bytes of `<col><td>`, in a table, 59.
    #expect(output.count <= 7 * bytes.count + 100, "\(shown)")
    #expect(result.removals.allSatisfy { 0...bytes.count ~= $0.offset }, "\(shown)")
    #expect(!result.html.pieces.contains { if case .atom = $0 { true } else { false } }, "\(shown)")
    if mode == .strict {
      #expect(
        !["\u{202E}", "\u{2066}"].contains { String(decoding: output, as: UTF8.self).contains($0) })
    }
    guard mode != .text else { return }
    let again = sanitizer.sanitize(output).html.bytes
    #expect(
      again == output,
      """
      \(shown) gives \(String(decoding: output, as: UTF8.self)), \
      then \(String(decoding: again, as: UTF8.self))
      """)
  }
}
