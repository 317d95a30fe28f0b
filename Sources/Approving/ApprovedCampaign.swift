import Composing
public import Linting
public import Mailing

/// A campaign that an approval covers: the only thing that is sent to a list.
public struct ApprovedCampaign: Sendable {
  /// What an approval asks for beside its digests.
  public struct Terms: Sendable {
    /// How many days it lasts.
    public var days = 7
    /// How many people have to say yes.
    public var approvers = 1

    /// One yes, for a week.
    public init() {}
  }

  /// The clean campaign.
  public let campaign: Campaign
  /// What covers it.
  public let approval: Approval
  /// The people it was checked with.
  public let list: ListSummary

  /// Finds the approval that covers a campaign.
  ///
  /// - Parameters:
  ///   - campaign: the clean campaign.
  ///   - content: its content.
  ///   - list: its people.
  ///   - schedule: when it is to leave.
  ///   - approvals: all approvals of the template.
  ///   - terms: what the project asks for.
  ///   - now: the time.
  /// - Throws: why the approval that comes nearest does not cover it.
  public init(
    _ campaign: Campaign, content: Content, list: ListSummary, schedule: Schedule,
    approvals: [Approval], terms: Terms, now: Reservation
  ) throws(Mismatch) {
    var nearest: (steps: Int, mismatch: Mismatch) = (-1, .none)
    for approval in approvals where approval.template == campaign.draft.name {
      let checks: [() -> Mismatch?] = [
        { approval.content.mismatch(content) },
        { approval.list?.mismatch(list) },
        { approval.schedule.covers(schedule) ? nil : .schedule(approved: approval.schedule) },
        { approval.shortcoming(of: terms, now: now) },
      ]
      var steps = 0
      var found: Mismatch?
      for check in checks {
        found = check()
        if found != nil { break }
        steps += 1
      }
      guard let found else {
        self.campaign = campaign
        self.approval = approval
        self.list = list
        return
      }
      // Of two that are equally near, the one given last.
      if steps >= nearest.steps { nearest = (steps, found) }
    }
    throw nearest.mismatch
  }
}

extension Approval {
  /// Whether an approval is too old or has too few voices; nil where it is neither.
  public func shortcoming(of terms: ApprovedCampaign.Terms, now: Reservation) -> Mismatch? {
    let given = consents.count { $0.isValid(for: terms, now: now) }
    guard given < terms.approvers else { return nil }
    let expired = consents.first { !$0.isValid(for: terms, now: now) }
    if let expired, consents.count >= terms.approvers { return .expired(expired.at) }
    return .consents(given: given, needed: terms.approvers)
  }
}

extension Approval.Consent {
  /// Whether it still counts.
  public func isValid(for terms: ApprovedCampaign.Terms, now: Reservation) -> Bool {
    // Clocks differ by minutes, not by days: a later date would never expire.
    (-86_400_000...terms.days * 86_400_000).contains(now.milliseconds - at.milliseconds)
  }
}
