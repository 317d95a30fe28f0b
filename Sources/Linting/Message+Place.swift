public import Diagnostics
public import Markup

extension Message {
  /// Where a placeholder stands, in words for behind "it stands"; a context of nil is the title's.
  public init(placeOf context: PlaceholderContext?) {
    self =
      switch context {
      case nil: Message("in the title", ko: "제목에")
      case .text: Message("in text", ko: "본문에")
      case .characterData(let element): Message("in '<\(element)>'", ko: "'<\(element)>'에")
      case .attribute(let element, let name):
        Message("in '\(name)' of '\(element)'", ko: "'\(element)'의 '\(name)'에")
      case .url(let element, let attribute, let part):
        part.place(
          in: attribute == "href"
            ? Message("a link", ko: "링크")
            : Message("'\(attribute)' of '\(element)'", ko: "'\(element)'의 '\(attribute)'"))
      case .css(.attribute(let element), .value):
        Message("in the style of '\(element)'", ko: "'\(element)'의 스타일에")
      case .css(.element, .value): Message("in a style sheet", ko: "스타일시트에")
      case .css(_, let position): position.place
      case .comment: Message("in a comment", ko: "주석에")
      case .refused(let refusal): refusal.place
      }
  }
}

extension URLPart {
  fileprivate func place(in address: Message) -> Message {
    let (english, korean) = (address.text(.english), address.text(.korean))
    return switch self {
    case .start: Message("at the start of \(english)", ko: "\(korean) 맨 앞에")
    case .scheme:
      Message(
        "where it depends on values which part of the address it is",
        ko: "주소의 어느 부분인지가 값에 따라 달라지는 자리에")
    case .foreign: Message("behind a scheme that takes no values", ko: "값을 쓸 수 없는 스킴 뒤에")
    case .host: Message("in the host of \(english)", ko: "\(korean) 호스트에")
    case .path: Message("in the path of \(english)", ko: "\(korean) 경로에")
    case .opaque: Message("behind 'mailto:' or the like", ko: "'mailto:' 등의 뒤에")
    case .query: Message("in the query of \(english)", ko: "\(korean) 쿼리에")
    case .fragment: Message("in the fragment of \(english)", ko: "\(korean) '#' 뒤에")
    }
  }
}

extension CSSPosition {
  fileprivate var place: Message {
    switch self {
    case .value: Message("in a CSS value", ko: "CSS 값에")
    case .property: Message("in the name of a CSS property", ko: "CSS 속성 이름에")
    case .selector: Message("in a CSS selector", ko: "CSS 선택자에")
    case .string: Message("in a CSS string", ko: "CSS 문자열에")
    case .url: Message("in 'url()'", ko: "'url()' 안에")
    case .comment: Message("in a CSS comment", ko: "CSS 주석에")
    case .elsewhere:
      Message("where its value could go on as other CSS", ko: "값이 다른 CSS로 이어질 수 있는 자리에")
    }
  }
}

extension Refusal {
  fileprivate var place: Message {
    switch self {
    case .afterMarkupOpen: Message("directly behind '<'", ko: "'<' 바로 뒤에")
    case .characterReference:
      Message("behind '&', inside a character reference", ko: "'&' 뒤의 문자 참조 안에")
    case .tagName: Message("in the name of a tag", ko: "태그 이름에")
    case .attributeName: Message("in the name of an attribute", ko: "속성 이름에")
    case .betweenAttributes: Message("between attributes", ko: "속성 사이에")
    case .unquotedValue(let attribute):
      Message("in '\(attribute)' without quotes", ko: "따옴표 없는 '\(attribute)' 값에")
    case .unfinishedTag: Message("in a tag that never ends", ko: "끝나지 않는 태그 안에")
    case .doctype: Message("in the doctype", ko: "doctype 안에")
    case .rawText(let element): Message("in '<\(element)>'", ko: "'<\(element)>' 안에")
    case .insideElement(let element): Message("inside '<\(element)>'", ko: "'<\(element)>' 안에")
    case .directlyIn(let element):
      Message(
        "directly in '<\(element)>': browsers move text out of it",
        ko: "'<\(element)>' 바로 안에(브라우저가 텍스트를 밖으로 옮기므로)")
    case .forbiddenAttribute(let name): Message("in '\(name)'", ko: "'\(name)'에")
    case .refresh: Message("in a refresh", ko: "새로 고침에")
    case .baseAddress: Message("in '<base href>'", ko: "'<base href>'에")
    case .commentEnd: Message("directly before the end of a comment", ko: "주석이 끝나는 표시 바로 앞에")
    case .conditionalMark: Message("in the mark of a conditional comment", ko: "조건부 주석의 표시에")
    }
  }
}
