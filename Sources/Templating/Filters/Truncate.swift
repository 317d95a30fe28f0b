import Diagnostics

extension Filter {
  /// The beginning of a long text.
  static let truncate = Filter(
    "truncate",
    summary: Message(
      "the text, cut to so many characters, the last of which is then '…'",
      ko: "글자 수에 맞춰 자르고 끝에 '…'를 붙인 텍스트"),
    accepts: Message("any text", ko: "모든 텍스트"),
    argument: Argument(
      sample: "n",
      summary: Message(
        "the most characters, from 1 to 1,000, as a reader counts them",
        ko: "최대 글자 수(1에서 1,000까지), 읽는 사람이 세는 대로")),
    examples: [
      .gives("truncate(5)", "Hello", "Hello"), .gives("truncate(5)", "Hello!", "Hell…"),
      .gives("truncate(3)", "무선 이어폰", "무선…"), .gives("truncate(2)", "👩‍👩‍👧‍👦👍🏽", "👩‍👩‍👧‍👦👍🏽"),
      .gives("truncate(1)", "Kim", "…"),
    ],
    work: .number(1...1_000) { limit in
      { value in
        // No character has less than a byte.
        guard value.count > limit else { return Array(value) }
        let text = String(decoding: value, as: UTF8.self)
        guard text.dropFirst(limit).isEmpty == false else { return Array(text.utf8) }
        return Array((text.prefix(limit - 1) + "…").utf8)
      }
    })
}
