import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A mail that names last month and no later one.
  static let staleDate = Rule(
    "stale-date", .warning, .placeholder,
    summary: Message(
      "a mail scheduled for one month that names only months before it",
      ko: "예약한 달보다 앞선 달만 적혀 있는 메일"),
    rationale: Message(
      "it is probably last month's mail, copied", ko: "지난달 메일을 복사해 날짜를 고치지 않은 것일 수 있습니다"),
    instead: Message("correct the month, or the reservation", ko: "달이나 예약 시각을 고치세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>‹11월› 등급 안내, 11월 30일까지 $<NAME></p>", fields: december),
      .flagged("<p>$<NAME></p>", title: "‹2026년 11월› 소식", fields: december),
      .flagged("<p>‹2026. 10›. 3.부터 2026. 11. 2.까지 $<NAME></p>", fields: december),
      .flagged("<p>Offers of ‹November› for $<NAME></p>", fields: december),
      .flagged("<p>‹12월› 혜택 $<NAME></p>", fields: "\"reservationDateTime\": \"2027-01-04 09:00\""),
      .quiet("<p>11월 등급 안내 $<NAME></p>"),
      .quiet("<p>12월 등급 안내 $<NAME></p>", fields: december),
      .quiet("<p>11월 이용 내역, 12월 25일 결제 $<NAME></p>", fields: december),
      .quiet("<p>11월 이용 내역, 내년 1월 결제 $<NAME></p>", fields: december),
      .quiet("<p>2015년 11월에 문을 열었습니다 $<NAME></p>", fields: december),
      .quiet("<p>최근 11개월, 8월생 모임 $<NAME></p>", fields: december),
      .quiet("<p>지난 11월 이용 내역 $<NAME></p>", fields: december),
      .quiet("<p>You may reply. Novembers, 211월 $<NAME></p>", fields: december),
      .quiet("<code>11월</code><p>$<NAME></p>", fields: december),
    ],
    check: .draft { context, report in
      guard let month = Reservation(of: context.draft.envelope)?.month else { return }
      var first: (range: Range<Int>, text: SourceText)?
      var count = 0
      for passage in context.draft.passages where !passage.isCode && !passage.isAddress {
        for mention in MonthMention.all(in: passage.bytes) {
          let distance = mention.distance(from: month)
          // Whoever names this month or a later one has thought of it.
          if distance >= 0 { return }
          // What lies further back is history.
          guard distance >= -2, !isCalledPast(mention, in: passage.bytes) else { continue }
          first = first ?? (mention.range, passage.template.text)
          count += 1
        }
      }
      guard let (range, text) = first else { return }
      report(
        Problem(
          Message(
            "\(quoted: text.string(range)) is over when the mail leaves, in \(String(month.year))-\(month.month)",
            ko:
              "\(quoted: text.string(range))은(는) 발송하는 \(String(month.year))년 \(month.month)월에는 이미 지난 때입니다"
          ),
          at: text.location(of: range), count: count))
    })

  /// `지난 11월`: the text itself says that the month is over.
  private static func isCalledPast(_ mention: MonthMention, in text: ArraySlice<UInt8>) -> Bool {
    let before = text[..<mention.range.lowerBound]
    let words = before.last == 0x20 ? before.dropLast() : before
    return words.suffix(past.count).elementsEqual(past)
  }

  private static let past = Array("지난".utf8)
  private static let december = "\"reservationDateTime\": \"2026-12-01 09:00\""
}
