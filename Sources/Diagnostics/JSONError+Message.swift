public import JSONSyntax

extension JSONError.Problem {
  /// What is wrong with a text that should be JSON, and what to do; `place` is where.
  public func message(at place: String) -> Message {
    let reason = reason
    return Message(
      "\(place): this is not valid JSON: \(reason.english)",
      ko: "\(place): JSON 문법에 맞지 않습니다: \(reason.korean)")
  }

  private var reason: (english: String, korean: String) {
    switch self {
    case .unexpectedCharacter:
      (
        "this character cannot stand here; look for a missing comma, colon or quote before it",
        "이 문자는 여기에 올 수 없습니다. 바로 앞에 쉼표, 콜론, 따옴표가 빠지지 않았는지 보세요"
      )
    case .unexpectedEnd:
      (
        "the text stops here; close what is open with a quote, ] or }",
        "여기서 내용이 끝납니다. 열린 것을 따옴표나 ], }로 닫으세요"
      )
    case .invalidEscape:
      (
        "a \\ in a text begins one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX; write \\\\ for the sign itself",
        "텍스트 안의 \\는 \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX 중 하나여야 합니다. 문자 자체는 \\\\로 쓰세요"
      )
    case .invalidNumber:
      (
        "a number has digits, one dot and no leading zero; put anything else in quotes",
        "숫자 앞에 0을 붙이지 않고 소수점은 하나만 씁니다. 다른 값은 따옴표로 감싸세요"
      )
    case .controlCharacter:
      (
        "a text in quotes cannot hold a line break or control character; write \\n or \\t",
        "따옴표 안에는 줄바꿈이나 제어 문자를 쓸 수 없습니다. \\n이나 \\t로 쓰세요"
      )
    case .invalidUTF8:
      ("this is not UTF-8; save the file as UTF-8", "UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요")
    case .tooDeep:
      ("objects and lists are nested too deeply", "객체와 배열이 너무 깊이 중첩되었습니다")
    case .trailingContent:
      (
        "something follows the end of the JSON; remove it",
        "JSON이 끝난 뒤에 다른 내용이 있습니다. 지우세요"
      )
    }
  }
}
