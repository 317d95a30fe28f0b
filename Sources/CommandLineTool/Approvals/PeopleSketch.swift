import Composing

/// What a summary shows of a list: the first, the last and some other people, and the largest mail.
struct PeopleSketch {
  private(set) var first: Mail?
  private(set) var last: Mail?
  private(set) var others: [Mail] = []
  private(set) var largest: (bytes: Int, row: Int) = (0, 0)
  private let plan: LoweringPlan
  private let literals: Int
  private var count = 0
  private var random = SystemRandomNumberGenerator()

  /// How many other people are shown.
  private static let sample = 3

  init(_ draft: Draft) {
    plan = draft.plan
    literals = draft.plan.body.bytes.count
  }

  /// Counts one more person; the others are chosen so that each has the same chance.
  mutating func add(_ mail: Mail) {
    if first == nil { first = mail }
    last = mail
    count += 1
    if others.count < Self.sample {
      others.append(mail)
    } else {
      let place = Int.random(in: 0..<count, using: &random)
      if place < Self.sample { others[place] = mail }
    }
    let bytes = plan.slots.indices.reduce(literals) { sum, slot in
      let uses = plan.slots[slot].uses.count { plan.uses[$0].place == .body }
      return sum + uses * mail.values.size(of: slot)
    }
    if bytes > largest.bytes { largest = (bytes, mail.row) }
  }

  /// The people to show, each once.
  var people: [Mail] {
    var rows: Set<Int> = []
    return ([first] + others + [last]).compactMap { $0 }.sorted { $0.row < $1.row }
      .filter { rows.insert($0.row).inserted }
  }
}
