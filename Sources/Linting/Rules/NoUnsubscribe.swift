import Composing
import Diagnostics
import Mailing
import Markup
import Templating

extension Rule {
  /// Advertising mail that cannot be stopped.
  static let noUnsubscribe = Rule(
    "no-unsubscribe", .error, .advertising,
    summary: Message(
      "advertising mail without a link to unsubscribe", ko: "수신거부 링크가 없는 광고 메일"),
    rationale: Message(
      "the law wants an easy way to refuse (Network Act, article 50), and Gmail, Yahoo and Microsoft block mail without",
      ko: "정보통신망법 제50조는 쉬운 수신거부 방법을 요구하고, Gmail·Yahoo·Microsoft는 없는 메일을 차단합니다"),
    instead: Message(
      "link to a page for it, or set 'advertising: true' and place #{UNSUBSCRIBE_MESSAGE}",
      ko: "수신거부 링크를 넣거나 'advertising: true'로 하고 #{UNSUBSCRIBE_MESSAGE}를 넣으세요"),
    sources: [.networkAct, .gmailQuestions],
    examples: [
      .flagged(title: "‹(광고)› 봄 할인", severity: .error),
      .flagged(
        title: "봄 할인", fields: "\"advertising\": true, \"useBasicUnsubscribeMsg\": ‹false›",
        severity: .error),
      .flagged(title: "봄 할인", fields: "\"advertising\": ‹true›", severity: .advice),
      .flagged("<p>$<NAME> ‹#{UNSUBSCRIBE_MESSAGE}›</p>", severity: .warning),
      .flagged("<p>$<NAME> unsubscribe</p>", title: "‹(광고)› 봄 할인"),
      .quiet(
        "<p>$<NAME></p><a href=\"https://example.com/x\">수신거부</a>", title: "(광고) 봄 할인"),
      .quiet(
        "<p>$<NAME></p><a href=\"https://example.com/x\"><img src=\"https://example.com/a.png\" alt=\"Unsubscribe\"></a>",
        title: "(광고) 봄 할인"),
      .quiet(
        "<p>$<NAME></p><a href=\"mailto:stop@example.com?subject=unsubscribe\">x</a>",
        title: "봄 할인", fields: "\"advertising\": true, \"useBasicUnsubscribeMsg\": false"),
      .quiet("<p>$<NAME> #{UNSUBSCRIBE_MESSAGE}</p>", fields: "\"advertising\": true"),
      .quiet("<p>$<NAME></p>", title: "Your receipt"),
    ],
    check: .draft { context, report in
      let draft = context.draft
      let isAdvertising = draft.envelope.isAdvertising
      let place = draft.noticePlace
      if let place, !isAdvertising {
        report(
          Problem(
            Message(
              "the service fills this in for advertising mail alone; without 'advertising: true' it is sent as it is",
              ko: "서비스는 광고 메일에서만 이 자리를 채웁니다. 'advertising: true'가 아니면 글자 그대로 발송됩니다"),
            at: draft.body.text.location(of: place), severity: .warning))
      }
      guard draft.isAdvertisement, !draft.links.contains(where: leadsOut) else { return }
      let hasNotice =
        isAdvertising && draft.envelope.hasNotice
        && context.profiles.allSatisfy(\.addsUnsubscribeNotice)
      guard hasNotice else {
        report(
          Problem(
            Message("advertising mail without a way to unsubscribe", ko: "광고 메일에 수신거부 방법이 없습니다"),
            at: draft.advertisingPlace))
        return
      }
      guard place == nil else { return }
      report(
        Problem(
          Message(
            "the service adds its notice on how to unsubscribe at the end",
            ko: "서비스가 수신거부 안내를 메일 끝에 덧붙입니다"),
          at: draft.envelope.location(of: .advertising),
          help: Message(
            "place it yourself with #{UNSUBSCRIBE_MESSAGE}", ko: "#{UNSUBSCRIBE_MESSAGE}로 자리를 정하세요"),
          severity: .advice))
    })

  private static func leadsOut(_ link: Link) -> Bool {
    guard let address = link.address else { return false }
    return [link.text, link.alternatives, address.text].contains(where: UnsubscribeWords.occur)
  }
}

extension Envelope {
  /// Whether the service has a notice to add: its own, or one that is given.
  fileprivate var hasNotice: Bool {
    flags[.useBasicUnsubscribeMsg]?.value ?? true || texts[.unsubscribeMessage] != nil
  }
}

extension Draft {
  /// Where the mail says that it advertises.
  var advertisingPlace: Location {
    if envelope.flags[.useBasicUnsubscribeMsg]?.value == false, envelope.isAdvertising {
      return envelope.location(of: .useBasicUnsubscribeMsg)
    }
    if envelope.isAdvertising { return envelope.location(of: .advertising) }
    let mark = advertisingMarks.first { $0.isRight }
    return title.text.location(of: mark?.range ?? 0..<0)
  }
}
