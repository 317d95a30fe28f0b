/// Finds the row from which on a column's values are of another kind, in the memory of a few counts.
struct KindChange: Sendable {
  /// How many values are wanted before and after.
  static let least = 20

  /// A change that was found.
  struct Found: Sendable {
    /// The first row of the other kind.
    let row: Int
    let from: ValueKind
    let to: ValueKind
  }

  private struct Counts: Sendable {
    private(set) var total = 0
    private var counts = [Int](repeating: 0, count: ValueKind.allCases.count)

    mutating func add(_ kind: ValueKind, _ number: Int = 1) {
      total += number
      counts[kind.rawValue] += number
    }

    mutating func add(_ other: Counts) {
      total += other.total
      for index in counts.indices { counts[index] += other.counts[index] }
    }

    func count(_ kind: ValueKind) -> Int { counts[kind.rawValue] }

    /// The kind of nine in ten of them, if there are enough.
    var main: ValueKind? {
      guard total >= KindChange.least else { return nil }
      return ValueKind.allCases.first { counts[$0.rawValue] * 10 >= total * 9 }
    }
  }

  /// The change; the first one counts.
  private(set) var found: Found?
  private var before = Counts()
  private var after = Counts()
  private var start = 0
  /// The kind of nearly all values before; worked out when it may have changed.
  private(set) var main: ValueKind?

  /// Looks at the kind of one more value.
  @inline(__always)
  mutating func note(_ kind: ValueKind, row: @autoclosure () -> Int) {
    if kind == main, after.total == 0 { return before.add(kind) }
    if found == nil { noteOther(kind, row()) }
  }

  /// Looks at the kinds of the next values, of which only their number is known.
  ///
  /// - Returns: false where their order matters; then nothing was noted.
  mutating func note(_ kinds: [(kind: ValueKind, count: Int)]) -> Bool {
    if found != nil || kinds.isEmpty { return true }
    guard kinds.count == 1, kinds[0].kind == main, after.total == 0 else { return false }
    before.add(kinds[0].kind, kinds[0].count)
    return true
  }

  @inline(never)
  private mutating func noteOther(_ kind: ValueKind, _ row: Int) {
    guard let main else {
      before.add(kind)
      self.main = before.main
      return
    }
    if after.total == 0 { start = row }
    after.add(kind)
    if after.count(main) > max(2, after.total / 10) {
      before.add(after)
      after = Counts()
      self.main = before.main
    } else if let other = after.main, other != main {
      found = Found(row: start, from: main, to: other)
    }
  }
}
