import Diagnostics

extension Filter {
  /// No white space around the text.
  static let trim = Filter(
    "trim",
    summary: Message("the text without white space around it", ko: "앞뒤 공백을 없앤 글"),
    accepts: Message("any text", ko: "모든 글"),
    examples: [
      .gives("trim", "  Kim \t", "Kim"), .gives("trim", "\u{3000}김 철수\u{A0}", "김 철수"),
      .gives("trim", "Kim  Lee", "Kim  Lee"),
    ],
    work: .plain { value in Array(Blanks.trimmed(value)) })
}
