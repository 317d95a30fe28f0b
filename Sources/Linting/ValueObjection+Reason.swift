import Composing
import Diagnostics
import Markup
import Templating

/// The end of a sentence that begins with "a value of NAME", in both languages.
typealias Reason = (english: String, korean: String)

extension ValueObjection {
  /// Why the value cannot stand there; nil for what another rule words.
  var reason: Reason? {
    switch self {
    case .lineBreak: nil
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
    case .grammar(let grammar): Escaping.typed(grammar).rejection
    case .address(let objection): objection.reason
    case .notHost: Escaping.host.rejection
    case .notCSS: Escaping.css.rejection
    case .filter(let refusal):
      (
        "cannot be taken by '\(refusal.filter)', which takes \(refusal.accepts.text(.english))",
        "을 '\(refusal.filter)' 필터가 처리할 수 없습니다. 처리하는 값: \(refusal.accepts.text(.korean))"
      )
    }
  }
}

extension Escaping {
  /// That a value is none of those it accepts.
  fileprivate var rejection: Reason? {
    accepted.map { accepted in
      (
        "cannot stand there, which takes \(accepted.text(.english))",
        "을 여기에 쓸 수 없습니다. 쓸 수 있는 값: \(accepted.text(.korean))"
      )
    }
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
