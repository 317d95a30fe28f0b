import Diagnostics
import Templating

/// How another system writes its placeholders.
struct ForeignSyntax: Sendable {
  private let opening: [UInt8]
  private let closing: [UInt8]
  private let content: Content

  /// What may stand between the marks.
  private enum Content: Sendable {
    /// Anything on one line.
    case expression
    /// A name, and nothing beside it.
    case name
    /// A name of at least two letters, since the marks are ordinary characters.
    case longName
  }

  private init(_ opening: String, _ closing: String, _ content: Content) {
    self.opening = Array(opening.utf8)
    self.closing = Array(closing.utf8)
    self.content = content
  }

  /// The longer marks stand before those that they begin with.
  private static let all = [
    ForeignSyntax("{{", "}}", .expression), ForeignSyntax("{%", "%}", .expression),
    ForeignSyntax("{#", "#}", .expression), ForeignSyntax("<%", "%>", .expression),
    ForeignSyntax("*|", "|*", .expression), ForeignSyntax("%%", "%%", .name),
    ForeignSyntax("$%", "%$", .name), ForeignSyntax("##", "##", .name),
    ForeignSyntax("@@", "@@", .name), ForeignSyntax("[[", "]]", .name),
    ForeignSyntax("{$", "}", .name), ForeignSyntax("%", "%", .longName),
  ]

  private static let firstBytes = Set(all.compactMap(\.opening.first))

  /// A placeholder of another system.
  struct Found {
    let range: Range<Int>
    /// What it names; nil for anything more than a name.
    let name: String?
  }

  /// How far a closing mark is looked for.
  private static let reach = 200

  /// The placeholders of other systems in a text.
  static func all(in passage: Passage) -> [Found] {
    let bytes = passage.bytes
    var found: [Found] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if firstBytes.contains(bytes[index]), let hit = match(bytes[index...], in: passage) {
        found.append(hit)
        index = hit.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func match(_ text: ArraySlice<UInt8>, in passage: Passage) -> Found? {
    for syntax in all where text.starts(with: syntax.opening) {
      let rest = text.dropFirst(syntax.opening.count)
      guard let end = rest.prefix(reach).firstOffset(of: syntax.closing) else { continue }
      let inner = rest[..<end]
      guard let name = syntax.name(in: inner),
        !passage.isAddress || !isEscape(inner, before: text[end...], syntax)
      else { continue }
      return Found(
        range: text.startIndex..<end + syntax.closing.count, name: name.isEmpty ? nil : name)
    }
    return nil
  }

  /// The name between the marks, empty for more than a name; nil for what is no placeholder.
  private func name(in inner: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: inner, as: UTF8.self)
    switch content {
    case .expression:
      guard inner.contains(where: { $0.isLetter || $0 >= 0x80 }),
        !inner.contains(where: { $0 == 0x0A || $0 == 0x0D })
      else { return nil }
      let word = text.split(separator: " ").joined(separator: " ")
      return NameGrammar.isName(word) ? word : ""
    case .name: return NameGrammar.isName(text) ? text : nil
    case .longName:
      let isName = inner.count > 1 && NameGrammar.isPlain(text)
      return isName ? text : nil
    }
  }

  /// Whether two percent signs of an address begin escapes rather than enclose a name.
  private static func isEscape(
    _ inner: ArraySlice<UInt8>, before end: ArraySlice<UInt8>, _ syntax: ForeignSyntax
  ) -> Bool {
    syntax.content == .longName && inner.prefix(2).allSatisfy(\.isHexDigit)
      && end.dropFirst().prefix(2).count { $0.isHexDigit } == 2
  }
}
