import Composing
import Diagnostics

extension Rule {
  /// Mails whose values the rule is about.
  static let mixedScriptWordValueExamples: [RuleExample] = [
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,p\u{430}ypal\n", rows: [2]),
    .flagged(
      "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,Bob \u{0392}ank\n", rows: [2]),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,김Kim金 キムKim\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,5μm 10kΩ β2\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Иван Kim\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Иван 김Kim金\n"),
  ]

  /// The check of values.
  static let mixedScriptWordInValues = Check.value([.greek, .cyrillic]) { value, report in
    guard let mix = ScriptMix(in: value.string) else { return }
    let subject = value.subject
    let other = mix.other.name
    report(
      value.sighting(
        Message(
          "\(subject.english) has \(value: mix.word), which mixes Latin and \(other.english) letters",
          ko: "\(subject.korean)의 \(value: mix.word)에 라틴 문자와 \(other.korean) 문자가 섞여 있습니다")))
  }
}
