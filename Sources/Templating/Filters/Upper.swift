import Diagnostics

extension Filter {
  /// Capital letters.
  static let upper = Filter(
    "upper",
    summary: Message("the text in capital letters", ko: "텍스트를 대문자로"),
    accepts: Message("any text", ko: "모든 텍스트"),
    examples: [
      .gives("upper", "gold", "GOLD"), .gives("upper", "Straße", "STRASSE"),
      .gives("upper", "골드 vip", "골드 VIP"),
    ],
    work: .plain { value in Array(String(decoding: value, as: UTF8.self).uppercased().utf8) })
}
