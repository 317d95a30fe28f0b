import Composing
import Diagnostics
import Templating

extension Rule {
  /// A title in capitals, or with marks in a row.
  static let shoutingTitle = Rule(
    "shouting-title", .warning, .title,
    summary: Message(
      "a title all in capitals, or with !!!, ???, $$$ or ★★★",
      ko: "모두 대문자이거나 !!!, ???, $$$, ★★★가 있는 제목"),
    rationale: Message("spam filters count both", ko: "스팸 필터가 둘 다 감점합니다"),
    instead: Message("write it as a sentence, with one mark", ko: "보통 문장으로 쓰고 기호는 하나만 쓰세요"),
    sources: [.spamAssassin("SUBJ_ALL_CAPS")],
    examples: [
      .flagged("<p>$<NAME></p>", title: "‹BIG SALE TODAY ONLY›"),
      .flagged("<p>$<NAME></p>", title: "Today‹!!!› for $<NAME>‹★★★›"),
      .flagged("<p>$<NAME></p>", title: "오늘만‹！！！›"),
      .quiet("<p>$<NAME></p>", title: "INTERNATIONALIZATION"), .quiet(title: "BIG SALE!"),
      .quiet(title: "BIG SALE TODAY 오늘만"), .quiet(title: "Your KAKAO PAY BILL"),
      .quiet(title: "2026-12 / 12:30 ~ 18:30"), .quiet(title: "Really?! $$<NAME> !!"),
    ],
    check: .draft { context, report in
      let title = context.draft.title
      for segment in title.segments {
        guard case .text(let range) = segment else { continue }
        for run in marks(in: title.text.bytes[range]) {
          report(
            Problem(
              Message(
                "the title shouts: \(quoted: title.text.string(run))",
                ko: "제목이 지나치게 강조되어 있습니다: \(quoted: title.text.string(run))"),
              at: title.text.location(of: run)))
        }
      }
      if isInCapitals(title) {
        report(
          Problem(
            Message("the title is all in capitals", ko: "제목이 모두 대문자입니다"),
            at: title.text.location(of: 0..<title.text.bytes.count)))
      }
    })

  private static let marks = ["!", "?", "$", "★", "！", "？", "☆"].map { Array($0.utf8) }

  /// Three or more of one mark in a row.
  private static func marks(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for mark in marks {
      var run: Range<Int>?
      for offset in bytes.offsets(of: mark) {
        let end = offset + mark.count
        if let open = run, open.upperBound == offset {
          run = open.lowerBound..<end
        } else {
          if let open = run, open.count >= 3 * mark.count { runs.append(open) }
          run = offset..<end
        }
      }
      if let open = run, open.count >= 3 * mark.count { runs.append(open) }
    }
    return runs
  }

  /// At least ten characters and two words, with letters, all of them capitals.
  ///
  /// Where a script without capitals is written, capitals are names and abbreviations.
  private static func isInCapitals(_ title: Template) -> Bool {
    let text = title.segments.map { segment -> String in
      if case .text(let range) = segment { title.text.string(range) } else { " " }
    }.joined()
    guard text.count >= 10, text.split(whereSeparator: \.isWhitespace).count > 1 else {
      return false
    }
    let letters = text.filter(\.isLetter)
    return !letters.isEmpty && letters.allSatisfy(\.isUppercase)
  }
}
