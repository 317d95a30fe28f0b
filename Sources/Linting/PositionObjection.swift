import Diagnostics
import Markup

/// Where a placeholder may not stand, in words, and what to do.
struct PositionObjection {
  let place: (english: String, korean: String)
  let help: Message?

  /// The objection to a context; nil where values have a safe form.
  init?(_ context: PlaceholderContext) {
    guard let found = context.objection else { return nil }
    self = found
  }

  fileprivate init(_ english: String, _ korean: String, _ help: Message? = nil) {
    place = (english, korean)
    self.help = help
  }
}

extension PlaceholderContext {
  fileprivate var objection: PositionObjection? {
    switch self {
    case .text, .characterData, .comment, .attribute, .css(_, .value): nil
    case .url(_, _, .start), .url(_, _, .host), .url(_, _, .path), .url(_, _, .query),
      .url(_, _, .fragment), .url(_, _, .opaque):
      nil
    case .url(_, _, .scheme):
      PositionObjection(
        "where it depends on values which part of the address it is",
        "주소의 어느 부분인지가 값에 따라 달라지는 자리에",
        Message(
          "write scheme and host out, or let one placeholder be the whole address: https://www.example.com/$<PATH>",
          ko: "스킴과 호스트를 직접 쓰거나 주소 전체를 치환 변수 하나로 쓰세요: https://www.example.com/$<PATH>"))
    case .css(_, let position): position.objection
    case .refused(let refusal): refusal.objection
    }
  }
}

extension CSSPosition {
  fileprivate var objection: PositionObjection? {
    let help = Message(
      "a placeholder may be a value: color:$<COLOR>", ko: "치환 변수는 값으로만 쓸 수 있습니다: color:$<COLOR>")
    return switch self {
    case .value: nil
    case .property: PositionObjection("in the name of a CSS property", "CSS 속성 이름에", help)
    case .selector: PositionObjection("in a CSS selector", "CSS 선택자에", help)
    case .string: PositionObjection("in a CSS string", "CSS 문자열에", help)
    case .url:
      PositionObjection(
        "in 'url()'", "'url()' 안에",
        Message(
          "use the attribute: background=\"https://www.example.com/$<IMAGE>\"",
          ko: "속성을 쓰세요: background=\"https://www.example.com/$<IMAGE>\""))
    case .comment: PositionObjection("in a CSS comment", "CSS 주석에", help)
    case .elsewhere:
      PositionObjection("where its value could go on as other CSS", "값이 다른 CSS로 이어질 수 있는 자리에", help)
    }
  }
}

extension Refusal {
  fileprivate var objection: PositionObjection {
    switch self {
    case .afterMarkupOpen:
      PositionObjection(
        "directly behind '<'", "'<' 바로 뒤에",
        Message("write '&lt;' for the sign", ko: "기호는 '&lt;'로 쓰세요"))
    case .characterReference:
      PositionObjection(
        "behind '&', inside a character reference", "'&' 뒤의 문자 참조 안에",
        Message("write '&amp;' for the sign", ko: "기호는 '&amp;'로 쓰세요"))
    case .tagName: PositionObjection("in the name of a tag", "태그 이름에")
    case .attributeName: PositionObjection("in the name of an attribute", "속성 이름에")
    case .betweenAttributes: PositionObjection("between attributes", "속성 사이에")
    case .unquotedValue(let attribute):
      PositionObjection(
        "in '\(attribute)' without quotes", "따옴표 없는 '\(attribute)' 값에",
        Message("put the value in quotes", ko: "값을 따옴표로 감싸세요"))
    case .unfinishedTag: PositionObjection("in a tag that never ends", "끝나지 않는 태그 안에")
    case .doctype: PositionObjection("in the doctype", "doctype 안에")
    case .rawText(let element): PositionObjection("in '<\(element)>'", "'<\(element)>' 안에")
    case .insideElement(let element):
      PositionObjection("inside '<\(element)>'", "'<\(element)>' 안에")
    case .directlyIn(let element):
      PositionObjection(
        "directly in '<\(element)>': browsers move text out of it",
        "'<\(element)>' 바로 안에(브라우저가 텍스트를 밖으로 옮기므로)",
        Message("put it into a cell", ko: "셀 안에 넣으세요"))
    case .forbiddenAttribute(let name): PositionObjection("in '\(name)'", "'\(name)'에")
    case .refresh: PositionObjection("in a refresh", "새로 고침에")
    case .baseAddress: PositionObjection("in '<base href>'", "'<base href>'에")
    case .commentEnd: PositionObjection("directly before the end of a comment", "주석이 끝나는 표시 바로 앞에")
    case .conditionalMark: PositionObjection("in the mark of a conditional comment", "조건부 주석의 표시에")
    }
  }
}
