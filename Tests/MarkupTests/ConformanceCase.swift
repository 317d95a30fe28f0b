import Foundation

@testable import Markup

/// One case of html5lib's tokenizer tests, as its `FORMAT.md` describes them.
struct ConformanceCase {
  let name: String
  /// From each state that the case names.
  let runs: [TokenizerRun]
  let expected: [StandardToken]

  init?(_ json: [String: Any]) {
    let isEscaped = json["doubleEscaped"] as? Bool ?? false
    guard let name = json["description"] as? String, let input = json["input"] as? String,
      let output = json["output"] as? [[Any]]
    else { return nil }
    let unescape: (String) -> String = { isEscaped ? Self.unescaped($0) : $0 }
    self.name = name
    let states = json["initialStates"] as? [String] ?? ["Data state"]
    runs = states.compactMap { state in
      Self.models[state].map {
        TokenizerRun(
          input: unescape(input), model: $0, lastStartTag: json["lastStartTag"] as? String ?? "")
      }
    }
    let tokens = output.compactMap { Self.token($0, unescape) }
    guard runs.count == states.count, tokens.count == output.count else { return nil }
    expected = StandardToken.merged(tokens)
  }

  private static let models: [String: HTMLTokenizer.ContentModel] = [
    "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata,
    "RAWTEXT state": .rawText, "Script data state": .scriptData, "CDATA section state": .cdata,
  ]

  private static func token(_ output: [Any], _ unescape: (String) -> String) -> StandardToken? {
    let words = output.map { Array((($0 as? String).map(unescape) ?? "").utf8) }
    guard let kind = output.first as? String, words.count > 1 else { return nil }
    switch kind {
    case "Character": return .text(words[1])
    case "Comment": return .comment(words[1])
    case "DOCTYPE": return .doctype(name: words[1])
    case "EndTag": return .endTag(name: words[1])
    case "StartTag":
      let attributes = (output[2] as? [String: String] ?? [:])
        .map { (Array(unescape($0.key).utf8), Array(unescape($0.value).utf8)) }
      return .startTag(
        name: words[1], attributes: Dictionary(attributes) { first, _ in first },
        isSelfClosing: output.count > 3 && output[3] as? Bool == true)
    default: return nil
    }
  }

  /// Reads `\uHHHH`; half a surrogate pair, which UTF-8 does not have, becomes U+FFFD.
  private static func unescaped(_ text: String) -> String {
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.popFirst() {
      if unit == 0x5C, rest.first == 0x75, rest.count > 4,
        let value = UInt16(String(decoding: rest.dropFirst().prefix(4), as: UTF16.self), radix: 16)
      {
        units.append(value)
        rest = rest.dropFirst(5)
      } else {
        units.append(unit)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
