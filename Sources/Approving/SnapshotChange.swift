public import Diagnostics

/// Snapshots in the same state for the same reason: one thing to decide on.
public struct SnapshotChange: Sendable {
  /// What is true of all of them.
  public enum Kind: Sendable, Hashable {
    /// Nothing is approved yet.
    case new
    /// These lines changed, for the first of them.
    case changed(title: [LineChange], body: [LineChange])
    /// There are no such people any more.
    case orphaned
    /// The approved files are gone or were changed by hand.
    case damaged
  }

  /// What is true of all of them.
  public let kind: Kind
  /// The keys concerned, in order.
  public private(set) var keys: [String]

  /// The same of some keys; nil where none is left.
  public func keeping(_ isKept: (String) -> Bool) -> SnapshotChange? {
    let kept = keys.filter(isKept)
    return kept.isEmpty ? nil : SnapshotChange(kind: kind, keys: kept)
  }

  /// Groups everything that has to be looked at, in the order of the first of each group.
  public static func grouping(_ comparison: SnapshotComparison) -> [SnapshotChange] {
    var changes: [SnapshotChange] = []
    var numbers: [Essence: Int] = [:]
    for item in comparison.open {
      var kind: Kind
      var essence: Essence
      switch item.state {
      case .same: continue
      case .new: (kind, essence) = (.new, .new)
      case .orphaned: (kind, essence) = (.orphaned, .orphaned)
      case .damaged: (kind, essence) = (.damaged, .damaged)
      case .changed(let approved):
        guard let current = item.current else { continue }
        let title = LineDiff(approved.title, current.title).changes
        let body = LineDiff(approved.body, current.body).changes
        kind = .changed(title: title, body: body)
        essence = .changed((title + body).map(\.essence))
      }
      if let number = numbers[essence] {
        changes[number].keys.append(item.key)
      } else {
        numbers[essence] = changes.count
        changes.append(SnapshotChange(kind: kind, keys: [item.key]))
      }
    }
    return changes
  }

  private enum Essence: Hashable {
    case new, orphaned, damaged
    case changed([LineChange.Essence])
  }
}
