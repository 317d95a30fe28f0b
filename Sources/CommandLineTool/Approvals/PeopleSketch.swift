import Composing
import Hashing

/// Whom a summary shows of a list: the first, the last and some other people.
struct PeopleSketch {
  private var first: Mail?
  private var last: Mail?
  /// Those with the smallest digests: as good as chosen by lot, and the same whenever one looks.
  private var others: [(digest: Digest, mail: Mail)] = []

  /// How many other people are shown.
  private static let sample = 3

  /// Counts one more person.
  mutating func add(_ mail: Mail, _ digest: Digest) {
    if first == nil { first = mail }
    last = mail
    let place = others.firstIndex { digest.bytes.lexicographicallyPrecedes($0.digest.bytes) }
    if let place {
      others.insert((digest, mail), at: place)
      if others.count > Self.sample { others.removeLast() }
    } else if others.count < Self.sample {
      others.append((digest, mail))
    }
  }

  /// The people to show, each once, in the order of the list.
  var people: [Mail] {
    var rows: Set<Int> = []
    let all = [first, last].compactMap { $0 } + others.map(\.mail)
    return all.sorted { $0.row < $1.row }.filter { rows.insert($0.row).inserted }
  }
}
