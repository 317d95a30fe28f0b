import Diagnostics
import Markup
import Templating

/// `<!-- tmpl:allow rule-name: reason -->`: a comment to the linter, which is not sent.
public struct AllowComment: Sendable {
  /// The word that a comment to the linter begins with.
  public static let mark = "tmpl:allow"

  /// The whole comment.
  public let range: Range<Int>
  /// The rules it names, with their places.
  public let rules: [(name: String, range: Range<Int>)]
  /// Why they may be broken; empty where nothing is said.
  public let reason: String
  /// Whether it stands where leaving it out joins nothing: between tags or white space.
  public let isApart: Bool

  /// The comments to the linter in a body; those of a complete request are sent as they are.
  static func all(in body: Template, _ markup: MarkupScan) -> [AllowComment] {
    guard body.dialect == .authored else { return [] }
    let holes = RangeSet(
      body.segments.compactMap { segment -> Range<Int>? in
        if case .text = segment { return nil }
        return body.range(of: segment)
      })
    return markup.tokens.compactMap { token in
      guard token.kind == .comment, token.conditional == nil,
        holes.intersection(RangeSet([token.range])).isEmpty
      else { return nil }
      return AllowComment(token, in: body.text)
    }
  }

  private init?(_ token: HTMLToken, in text: SourceText) {
    let bytes = text.bytes
    guard bytes[token.range].suffix(3).elementsEqual("-->".utf8) else { return nil }
    let content = bytes[token.contentRange]
    let words = content.drop { $0 <= 0x20 }
    let mark = Array(Self.mark.utf8)
    guard words.starts(with: mark) else { return nil }
    let rest = words.dropFirst(mark.count)
    guard rest.first.map({ $0 <= 0x20 || $0 == UInt8(ascii: ":") }) ?? true else { return nil }
    let colon = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
    rules = rest[..<colon].split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.map { word in
      (String(decoding: word, as: UTF8.self), word.startIndex..<word.endIndex)
    }
    let said = rest[colon...].dropFirst().split { $0 <= 0x20 }
    reason = said.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    range = token.range
    let before = bytes[..<range.lowerBound].last ?? 0x20
    let after = bytes[range.upperBound...].first ?? 0x20
    isApart =
      (before <= 0x20 || before == UInt8(ascii: ">"))
      && (after <= 0x20 || after == UInt8(ascii: "<"))
  }
}
