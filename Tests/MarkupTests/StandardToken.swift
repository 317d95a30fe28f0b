/// A token as the HTML Standard's tokenizer emits it, neighbouring characters in one piece.
///
/// Holds UTF-8: to strings, U+2126 and U+03A9 would be the same.
enum StandardToken: Equatable {
  case text([UInt8])
  case comment([UInt8])
  case doctype(name: [UInt8])
  case startTag(name: [UInt8], attributes: [[UInt8]: [UInt8]], isSelfClosing: Bool)
  case endTag(name: [UInt8])

  /// The token in a line, as `TokenizerCases/README.md` describes it.
  var line: String {
    switch self {
    case .text(let text): "text " + Self.visible(text)
    case .comment(let data): data.isEmpty ? "comment" : "comment " + Self.visible(data)
    case .doctype(let name): name.isEmpty ? "doctype" : "doctype " + Self.quoted(name)
    case .endTag(let name): "end " + Self.visible(name)
    case .startTag(let name, let attributes, let isSelfClosing):
      "start " + Self.visible(name)
        + attributes.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { " \(Self.visible($0.key))=\(Self.quoted($0.value))" }.joined()
        + (isSelfClosing ? " /" : "")
    }
  }

  /// Joins neighbouring text.
  static func merged(_ tokens: [StandardToken]) -> [StandardToken] {
    tokens.reduce(into: []) { merged, token in
      if case .text(let text) = token, case .text(let previous)? = merged.last {
        merged[merged.count - 1] = .text(previous + text)
      } else if token != .text([]) {
        merged.append(token)
      }
    }
  }

  // MARK: Writing

  private static func quoted(_ text: [UInt8]) -> String {
    "\"" + visible(text).replacing("\"", with: "\\\"") + "\""
  }

  /// Writes what nobody sees as an escape, also a space at either end.
  private static func visible(_ text: [UInt8]) -> String {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    return scalars.indices.map { index in
      let isEdge = index == 0 || index == scalars.count - 1
      return scalars[index] == " " && !isEdge ? " " : visible(scalars[index])
    }.joined()
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    case "\0": return "\\0"
    case "\\": return "\\\\"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      return "\\u{\(String(scalar.value, radix: 16))}"
    default: return String(scalar)
    }
  }
}
