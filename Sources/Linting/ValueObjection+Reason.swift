import Composing
import Diagnostics
import Markup
import Templating

/// The end of a sentence that begins with "a value of NAME", in both languages.
typealias Reason = (english: String, korean: String)

extension ValueObjection {
  /// Why the value cannot stand there.
  var reason: Reason {
    switch self {
    case .lineBreak: ("holds a line break", "에 줄바꿈이 있습니다")
    case .controlCharacter: ("holds a control character", "에 제어 문자가 있습니다")
    case .placeholderMark:
      (
        "makes '${' or '#{', which the service would substitute", " 때문에 서비스가 치환할 '${'나 '#{'가 생깁니다"
      )
    case .dotSegment:
      ("is '.' or '..', which would change the link's path", "이 '.'나 '..'이라서 링크 경로가 바뀝니다")
    case .tooLong(let limit):
      (
        "has more than \(limit) bytes, too much for an attribute",
        "이 속성에 쓰기에는 너무 깁니다(\(limit)바이트까지)"
      )
    case .grammar(let grammar): grammar.accepted.rejection
    case .address(let objection): objection.reason
    case .notHost: Escaping.hostText.rejection
    case .notCSS: Escaping.cssValue.rejection
    case .filter(let refusal):
      (
        "cannot be taken by '\(refusal.filter)', which takes \(refusal.accepts.text(.english))",
        "을 '\(refusal.filter)' 필터가 처리할 수 없습니다. 처리하는 값: \(refusal.accepts.text(.korean))"
      )
    }
  }
}

extension Message {
  /// That a value is none of those that these words describe.
  fileprivate var rejection: Reason {
    ("is not \(text(.english))", "이 맞지 않습니다. 쓸 수 있는 값: \(text(.korean))")
  }
}

extension URLPolicy.Objection {
  fileprivate var reason: Reason {
    switch self {
    case .relative:
      (
        "is not a complete address such as 'https://www.example.com/'",
        "이 'https://www.example.com/' 같은 완전한 주소가 아닙니다"
      )
    case .scheme:
      (
        "begins with a scheme that is not allowed there; http and https are, in links also mailto and tel",
        "이 쓸 수 없는 스킴으로 시작합니다. http와 https를, 링크에는 mailto와 tel도 쓸 수 있습니다"
      )
    case .noHost: ("is an address without a host", "이 호스트가 없는 주소입니다")
    case .userInfo:
      ("holds '@' before the host, which hides where it leads", "에 호스트 앞의 '@'가 있어 목적지를 숨깁니다")
    case .unclear:
      (
        "is an address with a control character or a backslash", "이 제어 문자나 역슬래시가 든 주소입니다"
      )
    }
  }
}
