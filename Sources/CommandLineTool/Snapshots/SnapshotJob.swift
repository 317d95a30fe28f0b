import Approving
import Composing
import Linting
import Previews

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
    try self.init(campaign, list, job, in: project)
  }

  /// Composes the mails of the sample people of a template that is looked at for another reason.
  ///
  /// - Returns: nil where there are no snapshots, no sample people, or errors.
  init?(quietly job: Job, in project: Project) throws(Failure) {
    let store = SnapshotStore(job.draft.name, in: project)
    guard store.isInUse, let samples = job.withSamples, let list = samples.list,
      try !samples.check().hasErrors, let campaign = Campaign(job.draft, options: samples.options)
    else { return nil }
    try self.init(campaign, list, samples, in: project)
  }

  private init(
    _ campaign: Campaign, _ list: ListSource, _ job: Job, in project: Project
  ) throws(Failure) {
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

  /// What has to be decided, with the mails of the first person that each change concerns.
  ///
  /// - Parameter isChosen: whether a key is asked for.
  /// - Returns: the changes, as a page shows them.
  func pageChanges(where isChosen: (String) -> Bool = { _ in true }) -> [SnapshotPage.Change] {
    changes.compactMap { change in
      guard let change = change.keeping(isChosen), let key = change.keys.first,
        let item = comparison.items.first(where: { $0.key == key })
      else { return nil }
      return SnapshotPage.Change(
        change, of: template, approved: store.approvedSnapshot(item), current: item.current)
    }
  }
}
