import Diagnostics

extension Filter {
  /// Small letters.
  static let lower = Filter(
    "lower",
    summary: Message("the text in small letters", ko: "텍스트를 소문자로"),
    accepts: Message("any text", ko: "모든 텍스트"),
    examples: [
      .gives("lower", "GOLD", "gold"), .gives("lower", "ÉCOLE", "école"),
      .gives("lower", "골드 VIP", "골드 vip"),
    ],
    work: .plain { value in Array(String(decoding: value, as: UTF8.self).lowercased().utf8) })
}
