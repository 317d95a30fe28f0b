/// What changed between two texts, line by line.
public struct LineDiff: Sendable {
  /// A line of one text or of both, without its end.
  public enum Line: Sendable, Hashable {
    /// It is in both.
    case kept([UInt8])
    /// It is in the old text alone.
    case removed([UInt8])
    /// It is in the new text alone.
    case added([UInt8])
  }

  /// All lines, in order.
  public let lines: [Line]

  /// How many differing lines are compared one with each other; more count as replaced altogether.
  private static let limit = 2000

  /// Compares two texts.
  public init(_ old: [UInt8], _ new: [UInt8]) {
    let old = Self.lines(of: old)
    let new = Self.lines(of: new)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    lines =
      old[..<start].map { Line.kept(Array($0)) }
      + Self.changes(old[start..<old.count - end], new[start..<new.count - end])
      + old[(old.count - end)...].map { Line.kept(Array($0)) }
  }

  /// Whether the texts are the same but for how lines end.
  public var isEmpty: Bool {
    lines.allSatisfy { if case .kept = $0 { true } else { false } }
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func changes(
    _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> [Line] {
    guard max(old.count, new.count) <= limit else {
      return old.map { .removed(Array($0)) } + new.map { .added(Array($0)) }
    }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in Array(new).difference(from: Array(old)) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var next = 0
    for (offset, line) in old.enumerated() {
      if removed.contains(offset) {
        lines.append(.removed(Array(line)))
        continue
      }
      while added.contains(next) {
        lines.append(.added(Array(new[new.startIndex + next])))
        next += 1
      }
      lines.append(.kept(Array(line)))
      next += 1
    }
    return lines + new.dropFirst(next).map { .added(Array($0)) }
  }
}
