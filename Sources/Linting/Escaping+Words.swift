public import Composing
public import Diagnostics
import Markup

extension Escaping {
  /// How a value is written, in a few words.
  public var manner: Message {
    switch self {
    case .title: Message("as it is, on one line", ko: "그대로, 한 줄로")
    case .html: Message("as text", ko: "텍스트 그대로 보이게")
    case .typed, .host, .css: Message("as it is, checked", ko: "검사 후 그대로")
    case .address: Message("a whole address, checked", ko: "검사한 주소 전체")
    case .url: Message("percent-encoded", ko: "퍼센트 인코딩")
    case .contact: Message("percent-encoded but for '@' and '+'", ko: "'@'와 '+' 외에는 퍼센트 인코딩")
    case .rich: Message("as HTML, sanitized", ko: "HTML로, 정리해서")
    case .final: Message("as it is", ko: "그대로")
    }
  }

  /// The values that have a form there; nil where all do.
  public var accepted: Message? {
    switch self {
    case .typed(let grammar): grammar.accepted
    case .host: Self.hostText
    case .css: Self.cssValue
    case .address(.link):
      Message("an http, https, mailto or tel address", ko: "http, https, mailto, tel 주소")
    case .address: Message("an http or https address", ko: "http, https 주소")
    case .title, .html, .url, .contact, .rich, .final: nil
    }
  }

  static let hostText = Message(
    "part of a host: letters, digits, '-' and '.'", ko: "호스트의 일부(영문자, 숫자, '-', '.')")

  static let cssValue = Message(
    "a colour, one word or a number with its unit", ko: "색, 단어 하나, 단위가 붙은 숫자")
}

extension AttributeGrammar {
  /// The values it takes.
  var accepted: Message {
    switch self {
    case .number: Message("a number, with or without '%' or 'px'", ko: "숫자('%'나 'px' 가능)")
    case .color: Message("a colour such as '#ff0000' or 'red'", ko: "'#ff0000'이나 'red' 같은 색")
    case .alignment:
      Message("an alignment such as 'left' or 'middle'", ko: "'left'나 'middle' 같은 정렬")
    case .direction: Message("'ltr', 'rtl' or 'auto'", ko: "'ltr', 'rtl', 'auto' 중 하나")
    }
  }
}
