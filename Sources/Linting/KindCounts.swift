public import Mailing

/// How many recipients there are of each kind.
public struct KindCounts: Sendable {
  private var to = 0
  private var carbonCopies = 0
  private var blindCopies = 0

  /// How many there are of one kind.
  public internal(set) subscript(kind: RecipientKind) -> Int {
    get {
      switch kind {
      case .to: to
      case .carbonCopy: carbonCopies
      case .blindCopy: blindCopies
      }
    }
    set {
      switch kind {
      case .to: to = newValue
      case .carbonCopy: carbonCopies = newValue
      case .blindCopy: blindCopies = newValue
      }
    }
  }

  /// Adds what was counted elsewhere.
  mutating func add(_ others: KindCounts) {
    to += others.to
    carbonCopies += others.carbonCopies
    blindCopies += others.blindCopies
  }
}
