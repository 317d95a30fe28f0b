/// The difference of two versions of a file as `patch` reads it.
///
/// Takes time in proportion to the file: lines are compared in pairs, which is what edits within
/// lines need; where lines came or went, all between the first and the last change is one change.
public struct UnifiedDiff {
  /// How many unchanged lines stand around a change.
  private static let context = 3

  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  /// Takes the two versions apart.
  public init(old: [UInt8], new: [UInt8]) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
  }

  /// The lines with their ends; a last line may have none.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// The difference with its two headers; empty where nothing differs.
  public func bytes(path: String) -> [UInt8] {
    let changes = changes
    guard !changes.isEmpty else { return [] }
    var output = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
    var rest = changes[...]
    while let first = rest.popFirst() {
      var hunk = [first]
      while let next = rest.first,
        next.old.lowerBound - (hunk.last?.old.upperBound ?? 0) <= 2 * Self.context
      {
        hunk.append(next)
        rest = rest.dropFirst()
      }
      append(hunk, to: &output)
    }
    return output
  }

  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private var changes: [Change] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let limit = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0 == $1 }.count
    let oldMiddle = start..<old.count - end
    let newMiddle = start..<new.count - end
    guard oldMiddle.count == newMiddle.count else {
      return [Change(old: oldMiddle, new: newMiddle)]
    }
    var changes: [Change] = []
    for line in oldMiddle where old[line] != new[line] {
      if let last = changes.last, last.old.upperBound == line {
        changes[changes.count - 1].old = last.old.lowerBound..<line + 1
      } else {
        changes.append(Change(old: line..<line + 1, new: line..<line + 1))
      }
      changes[changes.count - 1].new = changes[changes.count - 1].old
    }
    return changes
  }

  private func append(_ hunk: [Change], to output: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(Self.context, first.old.lowerBound)
    let after = min(Self.context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    output += Array("@@ -\(Self.place(oldRange)) +\(Self.place(newRange)) @@\n".utf8)
    var line = oldRange.lowerBound
    for change in hunk {
      for same in line..<change.old.lowerBound { append(old[same], " ", to: &output) }
      for gone in change.old { append(old[gone], "-", to: &output) }
      for come in change.new { append(new[come], "+", to: &output) }
      line = change.old.upperBound
    }
    for same in line..<oldRange.upperBound { append(old[same], " ", to: &output) }
  }

  private static func place(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private func append(_ line: ArraySlice<UInt8>, _ mark: String, to output: inout [UInt8]) {
    output += mark.utf8
    output += line
    if line.last != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
  }
}
