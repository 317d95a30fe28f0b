import Approving
import Composing
import Diagnostics
import Hashing
import Linting
import Mailing
import Recipients
import Templating

/// A clean campaign with its digests, before anybody has said yes to it.
struct Candidate {
  let job: Job
  let campaign: Campaign
  let profile: Profile
  let list: ListSource
  let content: Content
  let summary: ListSummary
  let schedule: Schedule
  let people: PeopleSketch
  let largestBody: PeopleFacts.Extreme

  /// Lints a template with its list and makes the digests on the way.
  ///
  /// Nil when there are errors, which were told then.
  ///
  /// - Parameters:
  ///   - job: the template and its list.
  ///   - invocation: how to tell errors.
  ///   - console: where to.
  /// - Throws: a failure of the list.
  init?(
    _ job: Job, _ invocation: Invocation, _ console: inout Console
  ) throws(Failure) {
    self.job = job
    profile = try job.requiredProfile()
    list = try job.requiredList()
    let draft = job.draft
    var digester = ListDigester(draft, profile: profile)
    var people = PeopleSketch()
    let nobody = PeopleStretch(draft, profile: profile)
    let exclusion = list.exclusion
    let checked = try job.check { block in
      nobody.filled(block) { exclusion.contains($0) }
    } take: { stretch, _ in
      digester.add(stretch.digests)
      people.add(stretch.sketch)
    }
    guard let campaign = job.campaign(checked, &console, invocation) else { return nil }
    self.campaign = campaign
    self.people = people
    largestBody = checked.largestBody
    content = Content(RequestHead(draft, profile: profile), profile: profile)
    summary = digester.finish()
    schedule = Schedule(of: draft.envelope)
  }

  /// The digests as people compare them: `content 8a41-77c2 · list 3f2a-91c0`.
  var digests: Message {
    Message(
      "content \(content.digest.short) · list \(summary.digest.short)",
      ko: "내용 \(content.digest.short) · 목록 \(summary.digest.short)")
  }

  /// The approval that covers it.
  ///
  /// - Throws: why none does.
  func approved(
    by approvals: [Approval], _ terms: ApprovedCampaign.Terms, now: Reservation
  ) throws(Mismatch) -> ApprovedCampaign {
    try ApprovedCampaign(
      campaign, content: content, list: summary, schedule: schedule, approvals: approvals,
      terms: terms, now: now)
  }

  /// Why nothing covers it, in words.
  func message(_ mismatch: Mismatch) -> Message {
    mismatch.message(body: campaign.draft.body.text.file.path, list: list.shown)
  }
}
