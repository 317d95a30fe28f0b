import Approving
import Composing
import Diagnostics
import Linting
import Mailing
import Recipients
import TestSupport

/// A template with people, and everything that approvals are made of.
struct Approved {
  var title = "Hello $<NAME>"
  var body = "<p>Dear $<NAME>,</p>\n<p>your grade: $<GRADE></p>\n"
  var fields = "\"senderName\": \"Shop\", \"advertising\": false"
  var people = [["a@x.yy", "Kim", "Gold", "1"], ["b@x.yy", "Lee", "Silver", "2"]]
  var profile = Profile.com
  var at = "2026-11-25T10:00:00+09:00"

  struct Parts {
    let campaign: Campaign
    let content: Content
    let list: ListSummary
    let schedule: Schedule
  }

  struct Broken: Error {}

  func parts(_ list: String? = nil) throws -> Parts {
    let draft = try Draft.of(title: title, body: body, fields: fields)
    let options = LintOptions(profile: profile)
    guard let campaign = Campaign(draft, options: options) else { throw Broken() }
    var digester = ListDigester(draft, profile: profile)
    for row in try draft.rows(list ?? self.list) {
      guard case .mail(let mail) = campaign.mail(for: row) else { throw Broken() }
      digester.add(mail)
    }
    return Parts(
      campaign: campaign, content: Content(RequestHead(draft, profile: profile), profile: profile),
      list: digester.finish(), schedule: Schedule(of: draft.envelope))
  }

  var list: String {
    "address,NAME,GRADE,unused\n" + people.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  func approval(by names: String...) throws -> Approval {
    let parts = try parts()
    return Approval(
      template: "x", content: parts.content, list: parts.list, schedule: parts.schedule,
      consents: try names.map { Approval.Consent(by: $0, at: try time(at)) })
  }

  func time(_ text: String) throws -> Reservation {
    guard let time = Reservation(text: text) else { throw Broken() }
    return time
  }

  /// What keeps approvals from covering this; nil where one does.
  func mismatch(
    _ approvals: [Approval], list: String? = nil, terms: ApprovedCampaign.Terms = .init(),
    now: String = "2026-11-26T10:00:00+09:00"
  ) throws -> Mismatch? {
    let parts = try parts(list)
    let now = try time(now)
    do throws(Mismatch) {
      _ = try ApprovedCampaign(
        parts.campaign, content: parts.content, list: parts.list, schedule: parts.schedule,
        approvals: approvals, terms: terms, now: now)
      return nil
    } catch {
      return error
    }
  }
}
