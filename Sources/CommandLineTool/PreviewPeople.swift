import Approving
import Composing
import Diagnostics
import Linting
import Previews
import Recipients

/// The people of a list that a preview shows, chosen while the linter goes through it.
///
/// Only those chosen are composed, so that the length of a list does not matter.
struct PreviewPeople {
  private let draft: Draft
  private let choice: PreviewChoice
  private let names: [String]
  private let first: Int
  private var keys = PersonKeys()
  private var people: [PersonPreview] = []
  private var edges: EdgeCases?
  private var model: Row?
  /// The rows that were asked for and not met yet.
  private(set) var missingRows: [ClosedRange<Int>]

  init(_ job: Job, _ choice: PreviewChoice) {
    draft = job.draft
    names = job.names
    self.choice = choice
    missingRows = choice.pick.rows
    // Sample people are few and all worth showing; of a real list those at the edges were asked for.
    let isListed = choice.worst > 0 && !job.options.isSample && job.list != nil
    first = choice.limit ?? (isListed ? 0 : choice.usual)
    if choice.worst > 0 { edges = EdgeCases(draft, atMost: choice.worst) }
  }

  /// Looks at one more person.
  mutating func visit(_ row: Row) {
    if !missingRows.isEmpty { missingRows.removeAll { $0.contains(row.number) } }
    guard choice.pick.accepts(row, names) else { return }
    if model == nil { model = row }
    edges?.visit(row)
    if people.count < first { add(row) }
  }

  /// Somebody without any data, where there is no list.
  mutating func addNobody() {
    if choice.pick.isEverybody { add(Row.nobody(parameters: draft.parameterNames.count)) }
  }

  /// Everybody to show: the first ones, those at the edges, those made up.
  mutating func finish() -> [PersonPreview] {
    for found in edges?.found() ?? [] {
      if let place = people.firstIndex(where: { $0.mail.row == found.row.number }) {
        let person = people[place]
        people[place] = PersonPreview(
          key: person.key, mail: person.mail, problems: person.problems, reasons: found.reasons)
      } else {
        add(found.row, found.reasons)
      }
    }
    if choice.hasExtremes {
      for person in SyntheticPeople.people(for: draft, like: model) {
        add(person.row, [person.reason], isSynthetic: true)
      }
    }
    return people
  }

  private mutating func add(_ row: Row, _ reasons: [Message] = [], isSynthetic: Bool = false) {
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    people.append(
      PersonPreview(
        key: keys.key(address: mail.address, row: mail.row), mail: mail, problems: problems,
        reasons: reasons, isSynthetic: isSynthetic))
  }
}

/// Whom the options of a preview ask for.
struct PreviewChoice {
  let pick: Pick
  /// How many of the first people were asked for; nil where nothing was said.
  let limit: Int?
  /// How many of the first people are shown where nothing is said.
  let usual: Int
  /// How many people at the edges.
  let worst: Int
  let hasExtremes: Bool

  init(_ invocation: Invocation) throws(Failure) {
    try invocation.refuse(.all, beside: .limit)
    pick = try Pick(invocation)
    usual = invocation.has(.share) ? 6 : 50
    if invocation.has(.all) {
      limit = .max
    } else {
      limit = invocation.has(.limit) ? try invocation.number(.limit, orElse: 50, from: 1) : nil
    }
    worst = invocation.has(.worst) ? try invocation.number(.worst, orElse: 0, from: 1) : 0
    hasExtremes = invocation.has(.extremes)
  }
}
