import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// The mark of advertising behind other text.
  static let adMarkNotFirst = Rule(
    "ad-mark-not-first", .error, .advertising,
    summary: Message(
      "(광고) in the title, but not at its very beginning", ko: "제목에 (광고)가 있지만 맨 앞이 아닌 경우"),
    rationale: Message(
      "the law of Korea wants it at the beginning of the title", ko: "법에 따라 제목이 시작되는 부분에 표시해야 합니다"),
    instead: Message("put (광고) first", ko: "(광고)를 맨 앞에 두세요"),
    sources: [
      .networkDecree,
      Source(
        Source.same("스티비, (광고) 표시"), "https://help.stibee.com/hc/ko/articles/4756497677327"),
    ],
    examples: [
      .flagged(
        "<p>$<NAME></p>", title: "봄 할인 ‹(광고)›", fields: "\"advertising\": true", severity: .error),
      .flagged("<p>x</p>", title: "$<NAME>님 ‹(광고)› 봄", fields: "\"advertising\": true"),
      .flagged(title: "제목의 ‹(광고)› 표시 안내", severity: .warning),
      .quiet(title: "(광고) 봄 할인", fields: "\"advertising\": true"),
      .quiet(title: "(광고) 제목의 (광고) 표시 안내"), .quiet(title: "광고 안내"),
      // Mail is exempt from the rule about sending at night.
      .quiet(
        title: "(광고) 봄 할인",
        fields: "\"advertising\": true, \"reservationDateTime\": \"2026-12-01 23:30\""),
    ],
    check: .draft { context, report in
      let draft = context.draft
      let marks = draft.advertisingMarks
      guard !marks.contains(where: \.isRight), let mark = marks.first(where: \.isExact) else {
        return
      }
      let text = draft.title.text
      let isAdvertising = draft.envelope.isAdvertising
      report(
        Problem(
          Message(
            "\(quoted: AdvertisingMark.exact) must stand first in the title",
            ko: "\(quoted: AdvertisingMark.exact)는 제목 맨 앞에 있어야 합니다"),
          at: text.location(of: mark.range),
          fix: isAdvertising ? moving(mark, in: text) : nil,
          severity: isAdvertising ? nil : .warning))
    })

  /// Puts the mark before everything that stands before it.
  private static func moving(_ mark: AdvertisingMark, in text: SourceText) -> Fix {
    let before = text.string(0..<mark.range.lowerBound)
    let end = before.lastIndex { $0 != " " }.map { before.index(after: $0) } ?? before.startIndex
    return text.fix(
      0..<mark.range.upperBound, Message("move it to the beginning", ko: "맨 앞으로 옮기기"), .safe,
      "\(AdvertisingMark.exact) \(before[..<end])")
  }
}
