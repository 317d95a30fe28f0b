import Composing
import Diagnostics
import Mailing
import Markup
import Templating

extension Rule {
  /// A notice on how to unsubscribe in one language alone.
  static let unsubscribeOneLanguage = Rule(
    "unsubscribe-one-language", .warning, .advertising,
    summary: Message(
      "advertising mail in Korean that says how to unsubscribe in one language alone",
      ko: "수신거부 안내를 한 가지 언어로만 적은 광고 메일"),
    rationale: Message(
      "the rules of Korea want the notice in Korean and in English",
      ko: "수신거부 안내는 한글과 영문으로 함께 적어야 합니다"),
    instead: Message(
      "add the other language: 'to unsubscribe, click here'",
      ko: "다른 언어도 적으세요: 수신거부(unsubscribe)"),
    sources: [
      .networkDecree,
      Source(
        Message(
          "an article of Hankyung, 7 May 2002, on the wording of the rules",
          ko: "한국경제 2002년 5월 7일, 규칙의 문구"),
        "https://www.hankyung.com/it/article/2002050792788"),
    ],
    examples: [
      .flagged("<p>$<NAME> ‹수신거부›는 여기</p>", title: "(광고) 봄"),
      .flagged("<p>봄 할인 $<NAME> To ‹unsubscribe›, click</p>", fields: "\"advertising\": true"),
      .quiet("<p>$<NAME> 수신거부는 여기. To unsubscribe, click</p>", title: "(광고) 봄"),
      .quiet("<p>Spring $<NAME> To unsubscribe, click</p>", fields: "\"advertising\": true"),
      .quiet("<p>수신거부 $<NAME></p>", title: "영수증"),
      .quiet("<p>봄 $<NAME> #{UNSUBSCRIBE_MESSAGE}</p>", fields: "\"advertising\": true"),
      .quiet(
        "<p>봄 $<NAME> 수신거부</p>",
        fields: "\"advertising\": true, \"unsubscribeMessage\": \"To unsubscribe, click\""),
    ],
    check: .draft { context, report in
      let draft = context.draft
      guard draft.isAdvertisement else { return }
      let prose = draft.prose.lowercased()
      guard prose.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) }) else {
        return
      }
      let isKorean = UnsubscribeWords.korean.contains { prose.contains($0) }
      let isEnglish = UnsubscribeWords.english.contains { prose.contains($0) }
      guard isKorean != isEnglish else { return }
      let words = isKorean ? UnsubscribeWords.korean : UnsubscribeWords.english
      report(
        Problem(
          isKorean
            ? Message(
              "the notice on how to unsubscribe is in Korean alone", ko: "수신거부 안내가 한글로만 되어 있습니다")
            : Message(
              "the notice on how to unsubscribe is in English alone", ko: "수신거부 안내가 영문으로만 되어 있습니다"),
          at: UnsubscribeWords.place(of: words, in: draft)
            .map { draft.body.text.location(of: $0) } ?? draft.advertisingPlace))
    })
}
