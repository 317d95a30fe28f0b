import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A mark of advertising that is not written as the law wants it.
  static let adMarkIrregular = Rule(
    "ad-mark-irregular", .error, .advertising,
    summary: Message(
      "a disguised mark of advertising at the beginning of the title: in other brackets, with blanks or in other letters",
      ko: "제목 앞의 변칙 광고 표시: (광 고), [광고], （광고）, 광고), (廣告), (AD)"),
    rationale: Message(
      "the law of Korea wants exactly (광고) there, and forbids variants (Network Act, article 50)",
      ko: "정보통신망법 제50조에 따라 정확히 (광고)로 표시해야 하며 변칙 표기는 금지됩니다"),
    instead: Message("write (광고)", ko: "(광고)로 쓰세요"),
    sources: [
      .networkAct, .networkDecree,
      Source(
        Source.same("프로문자, 광고 메시지 표기 의무"), "https://prosms.co.kr/landing/spam"),
    ],
    examples: [
      .flagged("<p>$<NAME></p>", title: "‹( 광 고 )› 봄 할인"),
      .flagged("<p>$<NAME></p>", title: "‹[광고]› 봄 할인"), .flagged(title: "‹（광고）›봄 할인"),
      .flagged(title: "‹(광.고)› 봄"), .flagged(title: "‹광고)› 봄"), .flagged(title: "‹(廣告)› 봄"),
      .flagged(title: "‹(AD)› Spring"), .flagged(title: "‹(광\u{200B}고)› 봄"),
      .flagged(title: "‹ (광고)› 봄"), .flagged(title: "‹(대출광고)› 봄"), .flagged(title: "‹광~고› 봄"),
      .flagged(title: "‹(\u{1100}\u{116A}\u{11BC}\u{1100}\u{1169})› 봄"),
      .flagged(title: "봄 할인 ‹[광고]›", fields: "\"advertising\": true"),
      .quiet(title: "(광고) 봄 할인"), .quiet(title: "광고 문의 안내"), .quiet(title: "AD 2026 [공지]"),
      .quiet(title: "봄 할인 [광고] 안내"), .quiet(title: "광고주님께 (안내)"),
      .quiet(title: "AD> 2026"),
    ],
    check: .draft { context, report in
      let title = context.draft.title
      for mark in context.draft.advertisingMarks where !mark.isExact {
        let text = title.text.string(mark.range)
        report(
          Problem(
            Message(
              "the mark of advertising must be exactly \(quoted: AdvertisingMark.exact), not \(quoted: text)",
              ko:
                "광고 표시는 정확히 \(quoted: AdvertisingMark.exact)여야 합니다. \(quoted: text)은(는) 변칙 표기입니다"),
            at: title.text.location(of: mark.range),
            fix: title.text.fix(
              mark.range, Message("write (광고)", ko: "(광고)로 쓰기"), .safe, AdvertisingMark.exact)))
      }
    })
}
