import Diagnostics

extension Filter {
  /// No white space around the text.
  static let trim = Filter(
    "trim",
    summary: Message(
      "the text without white space or other invisible characters around it",
      ko: "앞뒤의 공백과 보이지 않는 문자를 없앤 텍스트"),
    accepts: Message("any text", ko: "모든 텍스트"),
    examples: [
      .gives("trim", "  Kim \t", "Kim"), .gives("trim", "\u{3000}김 철수\u{A0}", "김 철수"),
      .gives("trim", "김철수\u{3164}", "김철수"),
      .gives("trim", "Kim  Lee", "Kim  Lee"),
    ],
    work: .plain { value in Array(InvisibleText.trimmed(value)) })
}
