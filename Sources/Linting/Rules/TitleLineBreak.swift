import Composing
import Diagnostics
import Templating

extension Rule {
  /// A title of more than one line.
  static let titleLineBreak = Rule(
    "title-line-break", .error, .title,
    summary: Message("a line break in the title", ko: "제목에 있는 줄바꿈"),
    rationale: Message(
      "a title is one header line of the mail (RFC 5322, §2.2)",
      ko: "제목은 메일 머리글 한 줄입니다(RFC 5322 §2.2)"),
    instead: Message("write the title in one line", ko: "제목을 한 줄로 쓰세요"),
    sources: [.rfc(5322, "2.2")],
    examples: [
      .flagged("<p>$<NAME></p>", title: "Hello‹\\r\\n›there"),
      .flagged("<p>$<NAME></p>", title: "Hello‹\\n›"),
      .flagged("<p>$<NAME></p>", title: "a‹\u{2028}›b‹\u{85}›c"),
      .quiet("<p>a\nb $<NAME></p>", title: "Hello\\tthere \u{A0}"), .quiet(title: "a \\\\n b"),
    ],
    check: .draft { context, report in
      let title = context.draft.title
      for range in lineBreaks(in: title.text.bytes) {
        let isAtEnd = range.lowerBound == 0 || range.upperBound == title.text.bytes.count
        report(
          Problem(
            Message("the title holds a line break", ko: "제목에 줄바꿈이 있습니다"),
            at: title.text.location(of: range),
            fix: title.text.fix(
              range,
              isAtEnd ? Message("remove it", ko: "지우기") : Message("write a blank", ko: "빈칸으로 쓰기"),
              .safe, isAtEnd ? "" : " ")))
      }
    })

  private static func lineBreaks(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges = bytes.indices.filter { (0x0A...0x0D).contains(bytes[$0]) }.map { $0..<$0 + 1 }
    bytes[...].forEachScalarBeyondASCII { scalar, range in
      if [0x85, 0x2028, 0x2029].contains(scalar.value) { ranges.append(range) }
    }
    var runs: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = runs.last, last.upperBound == range.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<range.upperBound
      } else {
        runs.append(range)
      }
    }
    return runs
  }
}
