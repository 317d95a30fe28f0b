import Foundation

@testable import Markup

/// One case of html5lib's tokenizer tests.
struct ConformanceCase {
  let name: String
  let input: String
  let states: [String]
  let expected: [String]
  private let lastStartTag: String

  init?(_ json: [String: Any]) {
    let isEscaped = json["doubleEscaped"] as? Bool ?? false
    guard let name = json["description"] as? String, let input = json["input"] as? String,
      let output = json["output"] as? [[Any]]
    else { return nil }
    let unescape: (String) -> String = { isEscaped ? Self.unescaped($0) : $0 }
    self.name = name
    // The standard normalises line breaks before tokenization; here they stay as they are.
    self.input = unescape(input)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    states = json["initialStates"] as? [String] ?? ["Data state"]
    lastStartTag = json["lastStartTag"] as? String ?? ""
    expected = Self.merged(output.map { Self.described($0, unescape) })
  }

  /// What the tokenizer finds, in the form of `expected`.
  func tokens(from state: String) -> [String] {
    let bytes = Array(input.utf8)
    var tokenizer = HTMLTokenizer(bytes, atoms: [], isStandalone: true)
    tokenizer.rawElement = lastStartTag
    tokenizer.model = Self.models[state] ?? .data
    tokenizer.run()
    // NULs are replaced in raw text; in data and CDATA, tree construction deals with them.
    let keepsNulls = state == "Data state" || state == "CDATA section state"
    return Self.merged(
      tokenizer.tokens.compactMap { Self.described($0, bytes, keepsNulls: keepsNulls) })
  }

  private static let models: [String: HTMLTokenizer.ContentModel] = [
    "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata,
    "RAWTEXT state": .rawText, "Script data state": .scriptData, "CDATA section state": .cdata,
  ]

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

  // MARK: One form for both sides

  private static func described(_ output: [Any], _ unescape: (String) -> String) -> String {
    let words = output.map { ($0 as? String).map(unescape) ?? "" }
    switch words.first {
    case "Character": return "text " + words[1]
    case "Comment": return "comment " + words[1]
    case "DOCTYPE": return "doctype " + words[1]
    case "EndTag": return "end " + words[1]
    case "StartTag":
      let attributes = (output[2] as? [String: String] ?? [:])
        .map { "\(unescape($0.key))=\(unescape($0.value))" }
      let isSelfClosing = output.count > 3 && output[3] as? Bool == true
      return tag(words[1], attributes, isSelfClosing)
    default: return "unknown"
    }
  }

  private static func described(
    _ token: HTMLToken, _ bytes: [UInt8], keepsNulls: Bool
  ) -> String? {
    func text(_ range: Range<Int>?) -> String {
      String(decoding: bytes[range ?? 0..<0], as: UTF8.self)
    }
    func replacingNulls(_ text: String) -> String { text.replacing("\0", with: "\u{FFFD}") }
    switch token.kind {
    case .text:
      let text = text(token.contentRange)
      return "text " + (keepsNulls ? text : replacingNulls(text))
    case .cdata: return "text " + text(token.contentRange)
    case .comment, .bogusComment: return "comment " + replacingNulls(text(token.contentRange))
    case .doctype: return "doctype " + replacingNulls(token.name)
    case .endTag: return "end " + replacingNulls(token.name)
    case .startTag:
      var seen: Set<String> = []
      let attributes = token.attributes.filter { seen.insert($0.name).inserted }
        .map { replacingNulls("\($0.name)=\(text($0.valueRange))") }
      return tag(replacingNulls(token.name), attributes, token.isSelfClosing)
    case .dropped: return nil
    case .conditionalStart, .conditionalEnd: return "conditional"
    }
  }

  private static func tag(_ name: String, _ attributes: [String], _ isSelfClosing: Bool) -> String {
    (["start " + name] + attributes.sorted() + (isSelfClosing ? ["/"] : []))
      .joined(separator: "|")
  }

  /// Joins neighbouring text, which html5lib reports in one piece.
  private static func merged(_ tokens: [String]) -> [String] {
    var merged: [String] = []
    for token in tokens {
      if token.hasPrefix("text "), let last = merged.last, last.hasPrefix("text ") {
        merged[merged.count - 1] = last + token.dropFirst(5)
      } else {
        merged.append(token)
      }
    }
    return merged.filter { $0 != "text " }
  }
}
