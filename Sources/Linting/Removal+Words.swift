public import Diagnostics
public import Markup

extension Removal {
  /// What was left out and why, in a few words.
  public var message: Message {
    let kind = kind.words
    let reason = reason.words
    return Message(
      "the \(kind.one) \(quoted: name) \(reason.one)",
      ko: "\(reason.korean) \(kind.korean): \(quoted: name)")
  }
}

extension Removal.Kind {
  /// One of the kind, and several.
  var words: (one: String, several: String, korean: String) {
    switch self {
    case .element: ("element", "elements", "요소")
    case .attribute: ("attribute", "attributes", "속성")
    case .address: ("address in", "addresses", "주소")
    case .declaration: ("declaration", "declarations", "선언")
    case .rule: ("style rule", "style rules", "스타일 규칙")
    }
  }
}

extension Removal.Reason {
  /// Why one was left out, and why several were.
  var words: (one: String, several: String, korean: String) {
    switch self {
    case .unknown: ("is not known to be safe", "are not known to be safe", "안전하다고 확인되지 않은")
    case .active: ("runs, loads or takes input", "run, load or take input", "실행·불러오기·입력을 하는")
    case .value: ("has no value that is allowed", "have no value that is allowed", "값이 허용되지 않는")
    case .blocked: ("leads where it may not", "lead where they may not", "허용되지 않는 곳으로 이어지는")
    case .placeholder: ("depends on the recipient", "depend on the recipient", "수신자에 따라 달라지는")
    case .misplaced:
      ("would change what is around it", "would change what is around them", "주변 내용을 바꾸는")
    case .limit: ("is over a limit", "are over a limit", "한도를 넘는")
    }
  }
}
