import Composing
import Diagnostics

extension Rule {
  /// Mails whose values the rule is about.
  static let notNfcValueExamples: [RuleExample] = [
    .flagged(
      "<p>‹$<NAME>›</p>",
      people: "address,NAME\na@example.com,\u{1100}\u{1175}\u{11B7}\u{1106}\u{1175}\u{11AB}\n",
      rows: [2]),
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,Rene\u{301}\n", rows: [2]),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,ㄱ. ㄴ. 김민수\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Nguyễn René\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,q\u{301} x\u{302}\n"),
  ]

  /// The check of values.
  static let notNfcInValues = Check.value([.combining, .e1, .e3]) { value, report in
    guard Composition.mayBe(value.text), Composition.firstDecomposed(in: value.string) != nil
    else { return }
    let subject = value.subject
    let text = value.string
    report(
      value.sighting(
        Message(
          "\(subject.english) is not in NFC: \(value: text)",
          ko: "\(subject.korean)이 NFC가 아닙니다(자모 분리): \(value: text)")))
  }
}
