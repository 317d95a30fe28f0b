import Diagnostics
import Markup

extension Rule {
  /// Attributes that browsers read otherwise than they were meant.
  static let malformedAttribute = Rule(
    "malformed-attribute", .error, .html,
    summary: Message(
      "a missing or stray quote, no space between attributes, '=' without a value, '<' in a tag",
      ko: "빠지거나 남는 따옴표, 속성 사이에 없는 공백, 값 없는 '=', 태그 안의 '<'"),
    rationale: Message(
      "everything up to the next quote becomes part of a value: text disappears, links break",
      ko: "다음 따옴표까지 모두 값이 되어 글자가 사라지고 링크가 깨집니다"),
    instead: Message(
      "write 'name=\"value\"' with a space before it", ko: "앞에 공백을 두고 name=\"value\"로 쓰세요"),
    sources: [.html("parse errors", "parsing.html#parse-errors")],
    examples: [
      .flagged("<p class=\"a\"‹style=\"color:red\"›>$<NAME></p>"),
      .flagged("<a ‹title=\"x>y</a> <b class=\"›z\">$<NAME></b>"),
      .flagged("<p ‹\"a›>$<NAME></p>"),
      .flagged("<p ‹align=›>$<NAME></p>"),
      .flagged("<td ‹<b›>$<NAME></td>"),
      .flagged("<p ‹title=x\"y›>$<NAME></p>"),
      .quiet("<a href=\"https://example.com/?a>b\" title='<b>'>$<NAME></a>"),
      .quiet("<p align=center nowrap class=\"\" >$<NAME></p><br/><img alt=\"\" / >"),
      .quiet("<a href=https://example.com/?a=b>$<NAME></a>"),
    ],
    check: .draft { context, report in
      let body = context.body
      for token in body.tokens where token.kind == .startTag {
        for (index, attribute) in token.attributes.enumerated() {
          let next = index + 1 < token.attributes.count ? token.attributes[index + 1] : nil
          guard let kind = Malformation(attribute, before: next, body.bytes) else { continue }
          let place = kind == .unspaced ? next ?? attribute : attribute
          guard !body.touchesPlaceholder(place.nameRange) else { continue }
          report(
            Problem(kind.message(place.name.text), at: body.location(of: place.range)))
          // What follows in the tag follows from it.
          break
        }
      }
    })
}

/// What is wrong with an attribute.
private enum Malformation {
  case unclosed
  case strayQuote
  case strayTag
  case unspaced
  case noValue

  init?(_ attribute: HTMLAttribute, before next: HTMLAttribute?, _ bytes: [UInt8]) {
    let value = attribute.valueRange.map { bytes[$0] } ?? []
    if attribute.quote != .none, let next, Self.hasQuote(bytes[next.nameRange]),
      value.contains(UInt8(ascii: "<")) || value.contains(UInt8(ascii: ">"))
        || value.last == UInt8(ascii: "=")
    {
      self = .unclosed
    } else if bytes[attribute.nameRange].contains(UInt8(ascii: "<")) {
      self = .strayTag
    } else if Self.hasQuote(bytes[attribute.nameRange]) {
      self = .strayQuote
    } else if attribute.valueRange != nil, attribute.quote == .none, value.isEmpty {
      self = .noValue
    } else if attribute.quote == .none, Self.hasQuote(value) || value.contains(UInt8(ascii: "<")) {
      self = .strayQuote
    } else if let next, attribute.quote != .none,
      next.range.lowerBound == attribute.range.upperBound, !Self.hasQuote(bytes[next.nameRange])
    {
      self = .unspaced
    } else {
      return nil
    }
  }

  private static func hasQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
  }

  func message(_ name: String) -> Message {
    switch self {
    case .unclosed:
      Message(
        "the value of \(quoted: name) lacks its closing quote",
        ko: "\(quoted: name) 값의 닫는 따옴표가 없습니다")
    case .strayQuote:
      Message("a stray quote at \(quoted: name)", ko: "\(quoted: name)에 남는 따옴표가 있습니다")
    case .strayTag: Message("'<' inside a tag", ko: "태그 안에 '<'가 있습니다")
    case .unspaced: Message("no space before \(quoted: name)", ko: "\(quoted: name) 앞에 공백이 없습니다")
    case .noValue:
      Message("\(quoted: name) has '=' and no value", ko: "\(quoted: name)에 '='만 있고 값이 없습니다")
    }
  }
}
