import Composing
import Diagnostics

extension Rule {
  /// Mails whose values the rule is about.
  static let damagedTextValueExamples: [RuleExample] = [
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,ê¹€ë¯¼ìˆ˜\n", rows: [2]),
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,±è¹Î¼ö\n", rows: [2]),
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,김\u{FFFD}수\n", rows: [2]),
    .flagged(
      "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,源?誘쇱닔\n", rows: [2],
      severity: .warning),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Zoë Müller\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Nguyễn Thị Hương\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,李明 (이명)\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,RenÃ©\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,m²±1\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,éàéà\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,±è¹Î¼öé\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,漢文?\n"),
  ]

  /// The check of values.
  static let damagedTextInValues = Check.value([.ef, .latin, .c2, .han, .refused]) {
    value, report in
    guard Mojibake.mayBe(value.text, value.kinds) else { return }
    let text = value.string
    guard let damage = Mojibake(in: text) else { return }
    let subject = value.subject
    let isSuspicion = damage == .utf8ReadAsKorean && value.objections.isEmpty
    report(
      value.sighting(
        damage.message(subject, text), kind: .named(damage.name),
        severity: isSuspicion ? .warning : .error))
  }
}

extension Mojibake {
  /// What sets findings apart.
  fileprivate var name: String {
    switch self {
    case .replaced: "replaced"
    case .utf8ReadAsLatin: "utf-8"
    case .koreanReadAsLatin: "cp949"
    case .utf8ReadAsKorean: "hanja"
    }
  }

  fileprivate func message(_ subject: Message, _ text: String) -> Message {
    switch self {
    case .replaced:
      Message(
        "\(subject.english) has lost characters: \(value: text)",
        ko: "\(subject.korean)의 글자가 깨졌습니다: \(value: text)")
    case .utf8ReadAsLatin(let guess):
      Message(
        "\(subject.english) is damaged: \(value: text) reads as \(value: guess) in UTF-8",
        ko: "\(subject.korean)의 글자가 깨졌습니다: \(value: text)은(는) UTF-8로 읽으면 \(value: guess)입니다")
    case .koreanReadAsLatin:
      Message(
        "\(subject.english) is damaged: \(value: text) reads as Korean in CP949",
        ko: "\(subject.korean)의 글자가 깨졌습니다: \(value: text)은(는) CP949로 읽으면 한글입니다")
    case .utf8ReadAsKorean:
      Message(
        "\(subject.english) is probably damaged: \(value: text) looks like UTF-8 read as CP949",
        ko: "\(subject.korean)의 글자가 깨진 것 같습니다: UTF-8을 CP949로 읽은 것으로 보입니다(\(value: text))")
    }
  }
}
