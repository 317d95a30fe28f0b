import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A mark by hand where the service may add one.
  static let adMarkDoubled = Rule(
    "ad-mark-doubled", .advice, .advertising,
    summary: Message(
      "(광고) by hand in a mail with 'advertising: true'", ko: "'advertising: true'인 메일에 직접 쓴 (광고)"),
    rationale: Message(
      "the service puts the mark before the title of advertising mail, so that it may stand there twice",
      ko: "서비스가 광고 메일 제목 앞에 표시를 붙이므로 두 번 나올 수 있습니다"),
    instead: Message(
      "send yourself a test mail, and leave out the mark if the service adds it",
      ko: "시험 메일을 보내 보고, 서비스가 붙이면 지우세요"),
    sources: [.sendingGuide],
    examples: [
      .flagged(title: "‹(광고)› 봄 할인", fields: "\"advertising\": true"),
      .flagged("<p>x</p>", title: "‹(광고)›$<NAME>님", fields: "\"advertising\": true"),
      .quiet(title: "봄 할인", fields: "\"advertising\": true"), .quiet(title: "(광고) 봄 할인"),
      .quiet(title: "(광고) 봄 할인", fields: "\"advertising\": false"),
      .quiet(title: "봄 할인 (광고)", fields: "\"advertising\": true"),
    ],
    check: .draft { context, report in
      let draft = context.draft
      guard draft.envelope.isAdvertising, context.profiles.contains(where: \.marksAdvertising)
      else { return }
      for mark in draft.advertisingMarks where mark.isRight {
        report(
          Problem(
            Message(
              "the service may put \(quoted: AdvertisingMark.exact) before the title by itself",
              ko: "서비스가 제목 앞에 \(quoted: AdvertisingMark.exact)를 스스로 붙일 수 있습니다"),
            at: draft.title.text.location(of: mark.range)))
      }
    })
}
