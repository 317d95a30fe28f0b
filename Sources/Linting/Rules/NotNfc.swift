import Diagnostics

extension Rule {
  /// Text whose letters are written in parts.
  static let notNFC = Rule(
    "not-nfc", .warning, .unicode,
    summary: Message(
      "a value that is not in NFC, above all Hangul taken apart into jamo",
      ko: "NFC가 아닌 값, 특히 자모로 분리된 한글"),
    rationale: Message(
      "many mail programs show the parts one by one, and a title has three times the bytes",
      ko: "많은 메일 프로그램에서 자모가 따로 보이고, 제목의 바이트가 세 배가 됩니다"),
    instead: Message(
      "normalize the list to NFC; names of files on macOS come so",
      ko: "목록을 NFC로 정규화하세요. macOS의 파일 이름에서 자주 생깁니다"),
    examples: [
      .flagged(
        "<p>‹$<NAME>›</p>",
        people: "address,NAME\na@example.com,\u{1100}\u{1175}\u{11B7}\u{1106}\u{1175}\u{11AB}\n",
        rows: [2]),
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,Rene\u{301}\n", rows: [2]),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,ㄱ. ㄴ. 김민수\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Nguyễn René\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,q\u{301} x\u{302}\n"),
    ],
    check: .value([.combining, .e1, .e3]) { value, report in
      guard Composition.mayBe(value.text), Composition.firstDecomposed(in: value.string) != nil
      else { return }
      let subject = value.subject
      let text = value.string
      report(
        value.sighting(
          Message(
            "\(subject.english) is not in NFC: \(value: text)",
            ko: "\(subject.korean)이 NFC가 아닙니다(자모 분리): \(value: text)")))
    })
}
