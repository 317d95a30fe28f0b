public import Mailing

extension Approval {
  /// The first part of a campaign that this does not cover; nil where it stands.
  ///
  /// - Parameters:
  ///   - content: the campaign's content.
  ///   - list: its people; nil leaves them out of the comparison.
  ///   - schedule: when it is to leave.
  ///   - terms: what the project asks for.
  ///   - now: the time.
  /// - Returns: the part.
  public func mismatch(
    content: Content, list: ListSummary?, schedule: Schedule, terms: ApprovedCampaign.Terms,
    now: Reservation
  ) -> Mismatch? {
    if let mismatch = self.content.mismatch(content) { return mismatch }
    if let list, let mismatch = self.list?.mismatch(list) { return mismatch }
    guard self.schedule.covers(schedule) else { return .schedule(approved: self.schedule) }
    return shortcoming(of: terms, now: now)
  }
}
