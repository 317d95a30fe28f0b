import Composing
import Diagnostics
import Markup
import Templating

/// A stretch of text that recipients read or mail programs use, without any placeholder in it.
struct Passage {
  /// What the stretch is part of.
  enum Place: Hashable {
    /// The title of the mail.
    case title
    /// Text of the body.
    case text
    /// The value of an attribute of that name.
    case attribute(MarkupName)
  }

  let place: Place
  let template: Template
  let range: Range<Int>
  /// Whether it shows code or is laid out by hand.
  let isCode: Bool

  var bytes: ArraySlice<UInt8> { template.text.bytes[range] }

  /// Whether it is part of an address.
  var isAddress: Bool {
    guard case .attribute(let name) = place else { return false }
    return Address.attributes.contains(name)
  }
}

extension Draft {
  /// The title, the body's text, and the attributes that are read or followed.
  ///
  /// Styles, scripts, comments and what Outlook alone sees are none of these.
  var passages: [Passage] {
    var passages = title.segments.compactMap { segment -> Passage? in
      guard case .text(let range) = segment else { return nil }
      return Passage(place: .title, template: title, range: range, isCode: false)
    }
    var literals = LiteralText(body)
    var code = CodeDepth()
    for token in markup.tokens where !token.isConditional {
      code.take(token)
      switch token.kind {
      case .text where ["", "title", "textarea"].contains(token.name as MarkupName):
        for range in literals.within(token.range) {
          passages.append(
            Passage(place: .text, template: body, range: range, isCode: code.isInside))
        }
      case .startTag:
        for attribute in token.attributes where Passage.attributes.contains(attribute.name) {
          guard let value = attribute.valueRange else { continue }
          for range in literals.within(value) {
            passages.append(
              Passage(
                place: .attribute(attribute.name), template: body, range: range,
                isCode: code.isInside))
          }
        }
      default: continue
      }
    }
    return passages
  }

  /// The texts of the body that show code or are laid out by hand, placeholders included.
  var codeTexts: RangeSet<Int> {
    var code = CodeDepth()
    return RangeSet(
      markup.tokens.compactMap { token in
        code.take(token)
        return token.kind == .text && code.isInside ? token.range : nil
      })
  }
}

/// How deep a walk over tokens is in elements that show code.
private struct CodeDepth {
  private static let names: Set<MarkupName> = ["code", "pre", "kbd", "samp"]
  private var depth = 0

  var isInside: Bool { depth > 0 }

  mutating func take(_ token: HTMLToken) {
    guard Self.names.contains(token.name) else { return }
    if token.kind == .startTag { depth += 1 }
    if token.kind == .endTag { depth = max(0, depth - 1) }
  }
}

extension Passage {
  fileprivate static let attributes: Set<MarkupName> = Address.attributes.union([
    "alt", "title", "aria-label", "value", "content", "summary", "placeholder",
  ])
}

/// The stretches of a template that are no placeholder, handed out from its beginning to its end.
struct LiteralText {
  private let ranges: [Range<Int>]
  private var next = 0

  init(_ template: Template) {
    ranges = template.segments.compactMap { segment in
      if case .text(let range) = segment { range } else { nil }
    }
  }

  /// The literal stretches within a range, which begins behind all that were asked for before.
  mutating func within(_ range: Range<Int>) -> [Range<Int>] {
    while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
    return ranges[next...].prefix { $0.lowerBound < range.upperBound }
      .map { $0.clamped(to: range) }
  }
}
