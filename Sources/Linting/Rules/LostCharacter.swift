import Composing
import Diagnostics

extension Rule {
  /// A question mark where a letter was.
  static let lostCharacter = Rule(
    "lost-character", .warning, .unicode,
    summary: Message(
      "a '?' between the letters of a Korean word", ko: "한글 낱말의 글자 사이에 있는 '?'"),
    rationale: Message(
      "not every syllable is in CP949; who saves such a name in it writes '?'",
      ko: "CP949에 없는 글자가 든 이름을 그 인코딩으로 저장하면 '?'가 됩니다"),
    instead: Message(
      "export the list as UTF-8, and correct the names", ko: "목록을 UTF-8로 내보내고 이름을 고치세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,김?수\n", rows: [2]),
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,남?민수\n", rows: [2]),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,괜찮으세요?\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,왜? 지금?\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,a?b\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,네? 안녕\n"),
    ],
    check: .value(.question) { value, report in
      guard value.kinds.contains(.hangul), isName(value.string) else { return }
      let subject = value.subject
      let text = value.string
      report(
        value.sighting(
          Message(
            "\(subject.english) has a '?' for a letter: \(value: text)",
            ko: "\(subject.korean)에 글자 대신 '?'가 있습니다: \(value: text)")))
    })

  /// One short word with `?` between letters, as names have that lost one.
  private static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.count <= 12, scalars.first != "?", scalars.last != "?" else { return false }
    return scalars.allSatisfy { $0 == "?" || (0xAC00...0xD7A3).contains($0.value) }
  }
}
