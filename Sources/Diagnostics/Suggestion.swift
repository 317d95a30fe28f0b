/// "Did you mean": the one known word within two edits of what was written.
public enum Suggestion {
  /// How many candidates are looked at.
  private static let candidateLimit = 1000

  /// The nearest candidate, if it is near and no other is as near; letters' case does not count.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    var best: (distance: Int, word: String)?
    var isTied = false
    var seen: Set<String> = [word]
    let lowered = word.lowercased()
    let length = word.unicodeScalars.count
    let limit = length <= 3 ? 1 : 2
    // Names are short; a list of thousands of columns must not cost seconds for each unknown one.
    for candidate in candidates.prefix(candidateLimit) {
      guard abs(candidate.unicodeScalars.count - length) <= limit, seen.insert(candidate).inserted
      else { continue }
      let folded = distance(lowered, candidate.lowercased())
      guard folded <= limit, folded < max(length, candidate.unicodeScalars.count) else { continue }
      if let found = best, folded >= found.distance {
        isTied = isTied || folded == found.distance
      } else {
        best = (folded, candidate)
        isTied = false
      }
    }
    return isTied ? nil : best?.word
  }

  /// Edits (insert, delete, replace, swap of neighbours) between two short words.
  static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.unicodeScalars.prefix(64))
    let b = Array(right.unicodeScalars.prefix(64))
    var previous = [Int](repeating: 0, count: b.count + 1)
    var current = Array(0...b.count)
    for i in 0..<a.count {
      var next = [i + 1]
      next.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(current[j + 1] + 1, next[j] + 1, current[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, previous[j - 1] + 1)
        }
        next.append(cost)
      }
      (previous, current) = (current, next)
    }
    return current[b.count]
  }
}
