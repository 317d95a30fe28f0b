import Approving
import Composing
import Diagnostics
import Hashing
import Mailing
import Templating

/// All approvals of a template, each with what has become of it.
struct ApprovalList {
  let approvals: [Approval]
  let terms: ApprovedCampaign.Terms
  let now: Reservation
  let language: Language

  /// What the approvals are held against.
  struct Today {
    let draft: Draft
    /// The service, where one is chosen.
    let profile: Profile?
    /// The people, where a list was named.
    let list: (summary: ListSummary, shown: String)?
  }

  /// The approvals in lines for people.
  func text(_ today: Today) -> String {
    guard !approvals.isEmpty else { return say(Message("no approvals", ko: "승인이 없습니다")) + "\n" }
    return approvals.map { text($0, today) }.joined()
  }

  private func text(_ approval: Approval, _ today: Today) -> String {
    let people =
      approval.list.map { Message("\($0.people, "person", "people")", ko: "\($0.people)명") }
      ?? Message("any clean list", ko: "오류 없는 모든 목록")
    let list = approval.list.map { " · list \($0.digest.short)" } ?? ""
    let when = CandidateText(language: language, now: now).when(approval.schedule)
    var text = say(people) + " · content \(approval.content.digest.short)\(list)\n  \(say(when))\n"
    for consent in approval.consents {
      let time = consent.at.words
      text +=
        say(
          Message(
            "  \(quoted: consent.by), \(time.text(.english))",
            ko: "  \(quoted: consent.by), \(time.text(.korean))")) + "\n"
    }
    return text + "  \(say(verdict(approval, today)))\n"
  }

  /// Whether it stands, and if not, why.
  private func verdict(_ approval: Approval, _ today: Today) -> Message {
    // Without a chosen service the texts are compared as they were approved.
    guard let profile = today.profile ?? Profile.named(approval.content.profile) else {
      return Message("✗ for a service that is not known", ko: "✗ 알 수 없는 서비스용입니다")
    }
    let mismatch = approval.mismatch(
      content: Content(RequestHead(today.draft, profile: profile), profile: profile),
      list: today.list?.summary, schedule: Schedule(of: today.draft.envelope), terms: terms,
      now: now)
    guard let mismatch else {
      guard approval.list != nil, today.list == nil else {
        return Message("✓ stands", ko: "✓ 유효합니다")
      }
      return Message(
        "✓ stands; whether the people do too, -r LIST says",
        ko: "✓ 유효합니다. 사람도 그대로인지는 -r LIST로 확인하세요")
    }
    let reason = mismatch.message(
      body: today.draft.body.text.file.path, list: today.list?.shown ?? "")
    switch mismatch {
    case .expired: return Message("✗ expired: \(reason.english)", ko: "✗ 만료됨: \(reason.korean)")
    case .consents:
      return Message("✗ not complete: \(reason.english)", ko: "✗ 미완료: \(reason.korean)")
    default: return Message("✗ changed: \(reason.english)", ko: "✗ 바뀜: \(reason.korean)")
    }
  }

  private func say(_ message: Message) -> String { message.text(language) }
}
