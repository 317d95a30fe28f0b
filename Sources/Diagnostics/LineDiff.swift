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

  /// Lines that follow each other, with the number that the first of them has in each text.
  public struct Hunk: Sendable, Hashable {
    /// The first line in the old text, from 1.
    public let old: Int
    /// The first line in the new text, from 1.
    public let new: Int
    /// The lines.
    public let lines: [Line]
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

  /// The changes with some lines around them.
  public func hunks(context: Int = 3) -> [Hunk] {
    let changed = lines.indices.filter { if case .kept = lines[$0] { false } else { true } }
    var ranges: [Range<Int>] = []
    for index in changed {
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    var (old, new, next) = (1, 1, 0)
    return ranges.map { range in
      for line in lines[next..<range.lowerBound] { line.count(&old, &new) }
      let hunk = Hunk(old: old, new: new, lines: Array(lines[range]))
      for line in hunk.lines { line.count(&old, &new) }
      next = range.upperBound
      return hunk
    }
  }

  /// The changes as `diff -u` writes them.
  public func unified(old oldName: String, new newName: String) -> String {
    let hunks = hunks()
    guard !hunks.isEmpty else { return "" }
    return "--- \(oldName)\n+++ \(newName)\n" + hunks.map(\.unified).joined()
  }
}

extension LineDiff.Line {
  fileprivate func count(_ old: inout Int, _ new: inout Int) {
    switch self {
    case .kept: (old, new) = (old + 1, new + 1)
    case .removed: old += 1
    case .added: new += 1
    }
  }

  /// The line behind its sign, fit for terminals.
  public var text: String {
    switch self {
    case .kept(let line): " " + VisibleText.escaping(String(decoding: line, as: UTF8.self))
    case .removed(let line): "-" + VisibleText.escaping(String(decoding: line, as: UTF8.self))
    case .added(let line): "+" + VisibleText.escaping(String(decoding: line, as: UTF8.self))
    }
  }
}

extension LineDiff.Hunk {
  fileprivate var unified: String {
    var (oldCount, newCount) = (0, 0)
    for line in lines { line.count(&oldCount, &newCount) }
    return "@@ -\(span(old, oldCount)) +\(span(new, newCount)) @@\n"
      + lines.map { $0.text + "\n" }.joined()
  }

  private func span(_ start: Int, _ count: Int) -> String {
    // As diff counts: an empty span stands behind the line before it.
    count == 1 ? "\(start)" : "\(count == 0 ? start - 1 : start),\(count)"
  }
}
