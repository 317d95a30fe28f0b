import Diagnostics

extension Rule {
  /// A word for "no value" in place of a value.
  static let missingValueText = Rule(
    "missing-value-text", .error, .value,
    summary: Message(
      "a value that is a word for no value: null, NaN, #N/A, #REF!; a warning for None and N/A",
      ko: "값이 없다는 뜻의 글자로 된 값: null, NaN, #N/A, #REF!. None, N/A, 없음은 경고"),
    rationale: Message(
      "exports turn no value into a word, and spreadsheets their errors into text",
      ko: "내보내기 과정에서 빠진 값이 글자로 바뀌고, 스프레드시트의 오류가 텍스트로 남습니다"),
    instead: Message(
      "leave the cell empty and give a fallback, or mend the export",
      ko: "셀을 비우고 대체 문구를 쓰거나, 내보내기를 고치세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,NULL\n", rows: [2]),
      .flagged(
        "<p>‹$<NAME>›</p>",
        people: "address,NAME\na@example.com,Kim\nb@example.com,#REF!\nc@example.com,######\n",
        rows: [3, 4]),
      .flagged(
        "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,N/A\n", rows: [2],
        severity: .warning),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Null\nb@example.com,Nan\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Christopher Null\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,None of these\n"),
    ],
    check: .value([.missingWord, .refused]) { value, report in
      guard let severity = MissingWord.severity(of: value.text) else { return }
      let subject = value.subject
      let word = value.string
      report(
        value.sighting(
          Message(
            "\(subject.english) is '\(word)': no value, written as text",
            ko: "\(subject.korean)이 '\(word)'입니다. 빠진 값이 글자로 들어간 것으로 보입니다"),
          severity: value.objections.isEmpty ? severity : .error))
    })
}
