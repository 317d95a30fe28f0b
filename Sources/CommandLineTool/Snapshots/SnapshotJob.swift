import Approving
import Composing
import Linting

/// One template with the mails of its sample people and what was approved of them.
struct SnapshotJob {
  let template: String
  let store: SnapshotStore
  let comparison: SnapshotComparison

  /// Composes the mails of the sample people.
  ///
  /// - Returns: nil when template or people have errors, which were told then.
  init?(
    _ job: Job, in project: Project, _ invocation: Invocation, _ console: inout Console
  ) throws(Failure) {
    let list = try job.requiredList()
    guard let campaign = try job.campaign(&console, invocation) else { return nil }
    var keys = PersonKeys()
    var current: [Snapshot] = []
    try list.forEachRow(job.wanted) { row throws(Failure) in
      let mail = try campaign.acceptedMail(row, in: list)
      let key = keys.key(address: mail.address, row: mail.row)
      current.append(Snapshot(mail, of: campaign.draft.plan, key: key))
      return true
    }
    template = job.draft.name
    store = SnapshotStore(template, in: project)
    comparison = try store.comparison(with: current)
  }

  /// What has to be decided.
  var changes: [SnapshotChange] { SnapshotChange.grouping(comparison) }
}
