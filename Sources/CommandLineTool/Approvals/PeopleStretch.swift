import Approving
import Composing
import Mailing
import Recipients

/// What an approval needs to know of people that follow each other, made on any thread.
struct PeopleStretch: Sendable {
  private let draft: Draft
  private(set) var digests: PersonDigests
  private(set) var sketch = PeopleSketch()

  /// A stretch without anybody.
  init(_ draft: Draft, profile: Profile) {
    self.draft = draft
    digests = PersonDigests(draft, profile: profile)
  }

  /// The people of some rows but those who are left out, each composed once.
  func filled(_ block: RowBlock, leavingOut isLeftOut: (Row) -> Bool) -> PeopleStretch {
    var stretch = self
    stretch.digests.reserveCapacity(block.count)
    var values = WireValues()
    var problems: [ValueProblem] = []
    var ends: (first: PeopleSketch.Person, last: Int)?
    for index in 0..<block.count {
      let row = block[index]
      guard !isLeftOut(row) else { continue }
      problems.removeAll(keepingCapacity: true)
      draft.compose(row, into: &values, problems: &problems)
      let digest = stretch.digests.add(PersonWriter.Person(row, values), row: row.number)
      if stretch.sketch.isChosen(digest) { stretch.sketch.add(Self.person(row), digest) }
      ends = (ends?.first ?? Self.person(row), index)
    }
    stretch.sketch.note(first: ends?.first, last: ends.map { Self.person(block[$0.last]) })
    return stretch
  }

  private static func person(_ row: Row) -> PeopleSketch.Person {
    PeopleSketch.Person(row: row.number, address: Array(EmailAddress.bare(row.address ?? [])))
  }
}
