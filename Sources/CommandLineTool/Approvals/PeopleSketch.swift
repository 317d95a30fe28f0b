import Hashing

/// Whom a summary shows of a list: the first, the last and some other people.
struct PeopleSketch: Sendable {
  /// Somebody, as far as a summary names them.
  struct Person: Sendable {
    let row: Int
    let address: [UInt8]
  }

  private var first: Person?
  private var last: Person?
  /// Those with the smallest digests: as good as chosen by lot, and the same whenever one looks.
  private var others: [(digest: Digest, person: Person)] = []

  /// How many other people are shown.
  private static let sample = 3

  /// Whether somebody has to be added who is neither the first nor the last.
  func isChosen(_ digest: Digest) -> Bool {
    guard others.count == Self.sample, let largest = others.last else { return true }
    return digest.bytes.lexicographicallyPrecedes(largest.digest.bytes)
  }

  /// Adds somebody to choose from.
  mutating func add(_ person: Person, _ digest: Digest) {
    let place = others.firstIndex { digest.bytes.lexicographicallyPrecedes($0.digest.bytes) }
    others.insert((digest, person), at: place ?? others.endIndex)
    if others.count > Self.sample { others.removeLast() }
  }

  /// Notes the ends of a stretch of the list.
  mutating func note(first: Person?, last: Person?) {
    if self.first == nil { self.first = first }
    self.last = last ?? self.last
  }

  /// Adds the people of the stretch behind this one.
  mutating func add(_ later: PeopleSketch) {
    note(first: later.first, last: later.last)
    for (digest, person) in later.others where isChosen(digest) { add(person, digest) }
  }

  /// The people to show, each once, in the order of the list.
  var people: [Person] {
    var rows: Set<Int> = []
    let all = [first, last].compactMap { $0 } + others.map(\.person)
    return all.sorted { $0.row < $1.row }.filter { rows.insert($0.row).inserted }
  }
}
