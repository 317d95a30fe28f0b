import Foundation
import TestSupport

@testable import Markup

/// One case of `TokenizerCases`, whose `README.md` describes the format.
struct TokenizerCase {
  /// The state that the case passes through.
  let state: String
  let run: TokenizerRun
  /// The tokens, a line each.
  let expected: [String]

  private init?(_ block: [Substring], state: String) {
    var lines = block[...]
    guard let input = lines.popFirst()?.wordsAfter("input ") else { return nil }
    var model = HTMLTokenizer.ContentModel.data
    var lastStartTag = ""
    if let words = lines.first?.wordsAfter("state ")?.split(separator: " "), let name = words.first
    {
      guard let known = Self.models[name] else { return nil }
      model = known
      lastStartTag = words.dropFirst().first.map { String($0) } ?? ""
      lines.removeFirst()
    }
    guard let input = Self.unescaped(input) else { return nil }
    self.state = state
    run = TokenizerRun(input: input, model: model, lastStartTag: lastStartTag)
    expected = lines.map { TokenizerDeviations.withoutIdentifiers(String($0)) }
  }

  private static let models: [Substring: HTMLTokenizer.ContentModel] = [
    "rcdata": .rcdata, "rawtext": .rawText, "script": .scriptData, "plaintext": .plaintext,
    "cdata": .cdata,
  ]

  /// Replaces `\n`, `\t`, `\r`, `\0`, `\\` and `\u{…}`; nil for anything else behind `\`.
  private static func unescaped(_ text: Substring) -> String? {
    var scalars = String.UnicodeScalarView()
    var rest = text.unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        scalars.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "n": scalars.append("\n")
      case "t": scalars.append("\t")
      case "r": scalars.append("\r")
      case "0": scalars.append("\0")
      case "\\": scalars.append("\\")
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        rest = rest.dropFirst(digits.count + 2)
        guard let value = UInt32(Substring(digits), radix: 16), let scalar = Unicode.Scalar(value)
        else { return nil }
        scalars.append(scalar)
      default: return nil
      }
    }
    return String(scalars)
  }

  // MARK: Files

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  private static let folder = Checkout.url.appending(path: "Tests/MarkupTests/TokenizerCases")

  /// The cases of a file; a block that is none is nil.
  static func cases(in file: String) throws -> [TokenizerCase?] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    var state = ""
    var cases: [TokenizerCase?] = []
    for block in text.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "")
    {
      if let heading = block.first?.wordsAfter("# ") {
        state = String(heading)
      } else {
        cases.append(TokenizerCase(Array(block), state: state))
      }
    }
    return cases
  }
}

extension Substring {
  fileprivate func wordsAfter(_ mark: String) -> Substring? {
    hasPrefix(mark) ? dropFirst(mark.count) : nil
  }
}
