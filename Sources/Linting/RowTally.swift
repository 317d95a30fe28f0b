import Diagnostics
import Recipients

/// What was found in one stretch of a list.
public struct RowTally: Sendable {
  /// What was counted.
  var facts: PeopleFacts
  /// What the values look like.
  var sample: ColumnSample?
  /// The rows that can be trusted: what depends on the rows before them is found out later.
  var rows = RowSelection()
  /// What their addresses are known by.
  var keys: [MailboxKey?] = []
  /// Findings about rows.
  var sightings: [SightingKey: Sighted] = [:]
  /// How many people were left out.
  public internal(set) var leftOut = 0

  init(facts: PeopleFacts, sample: ColumnSample) {
    self.facts = facts
    self.sample = sample
  }

  /// Makes room for so many rows.
  mutating func reserveCapacity(_ rows: Int) {
    self.rows.reserveCapacity(rows)
    keys.reserveCapacity(rows)
    sample?.reserveCapacity(rows)
  }

  /// Adds what was counted and seen in the stretch behind this one.
  mutating func add(_ later: RowTally) {
    facts.add(later.facts)
    leftOut += later.leftOut
    sightings.merge(later.sightings) { $0.followed(by: $1) }
  }
}

/// Sightings that are one finding.
struct SightingKey: Hashable, Sendable {
  var rule: Int
  var parameter: Int?
  var kind: Sighting.Kind
}

/// How often something was sighted; a row counts once, however many places it shows in.
struct Sighted: Sendable {
  /// The finding of the first row; nil where a stretch before has it.
  var finding: Finding?
  var rows = PeopleFacts.Tally()

  /// Both as one; `later` is of the stretch behind.
  func followed(by later: Sighted) -> Sighted {
    var both = self
    if both.finding == nil { both.finding = later.finding }
    both.rows.add(later.rows)
    return both
  }

  /// The finding with all its rows.
  var whole: Finding? {
    guard var finding else { return nil }
    finding.count = rows.count
    finding.rows = rows.rows
    return finding
  }
}

extension PeopleFacts {
  /// Adds what was counted in the stretch behind this one; repeated addresses and the survey of
  /// columns, which need the rows in order, are added elsewhere.
  fileprivate mutating func add(_ later: PeopleFacts) {
    count += later.count
    trusted += later.trusted
    kinds.add(later.kinds)
    for index in missing.indices { missing[index].add(later.missing[index]) }
    for index in empty.indices { empty[index].add(later.empty[index]) }
    blankTitles.add(later.blankTitles)
    deliverable.add(later.deliverable)
    hasLiveAddress = hasLiveAddress || later.hasLiveAddress
    longestTitle.offer(later.longestTitle.bytes, row: later.longestTitle.row)
    largestBody.offer(later.largestBody.bytes, row: later.largestBody.row)
  }
}
