import Diagnostics

extension Rule {
  /// A word made of letters of two alphabets that look alike.
  static let mixedScriptWord = Rule(
    "mixed-script-word", .warning, .unicode,
    summary: Message(
      "a value with a word that mixes Latin with Cyrillic or Greek letters",
      ko: "라틴 문자에 키릴 문자나 그리스 문자가 섞인 낱말이 든 값"),
    rationale: Message(
      "such words imitate others and spam filters count them (UTS 39)",
      ko: "다른 낱말을 흉내 내는 데 쓰이며 스팸 필터가 감점합니다(UTS 39)"),
    instead: Message("type the word in one alphabet", ko: "한 가지 문자로 다시 입력하세요"),
    examples: [
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,p\u{430}ypal\n", rows: [2]),
      .flagged(
        "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,Bob \u{0392}ank\n", rows: [2]),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,김Kim金 キムKim\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,5μm 10kΩ β2\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Иван Kim\n"),
    ],
    check: .value([.greek, .cyrillic]) { value, report in
      guard let mix = ScriptMix(in: value.string) else { return }
      let subject = value.subject
      let other = mix.other.name
      report(
        value.sighting(
          Message(
            "\(subject.english) has \(value: mix.word), which mixes Latin and \(other.english) letters",
            ko: "\(subject.korean)의 \(value: mix.word)에 라틴 문자와 \(other.korean) 문자가 섞여 있습니다")))
    })
}
