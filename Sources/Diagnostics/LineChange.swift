/// A line that was changed, added or removed.
public struct LineChange: Sendable, Hashable {
  /// The number of the line in the new text, or of the place where it was, from 1.
  public let number: Int
  /// The line in the old text; nil for an added one.
  public let old: [UInt8]?
  /// The line in the new text; nil for a removed one.
  public let new: [UInt8]?

  /// What was put in place of what, without what both lines have around it.
  public struct Essence: Sendable, Hashable {
    /// The part of the old line that is gone.
    public let removed: [UInt8]
    /// The part of the new line that came.
    public let added: [UInt8]
    /// Whether the line as such came or went.
    let isWhole: Bool
  }

  /// The essence, by which the same change in many mails is known as one.
  public var essence: Essence {
    guard let old, let new else {
      return Essence(removed: old ?? [], added: new ?? [], isWhole: true)
    }
    let (start, end) = frame
    return Essence(
      removed: Array(old[start..<old.count - end]), added: Array(new[start..<new.count - end]),
      isWhole: false)
  }

  /// How many bytes both lines have in common at their beginnings and at their ends.
  private var frame: (start: Int, end: Int) {
    guard let old, let new else { return (0, 0) }
    var start = zip(old, new).prefix { $0 == $1 }.count
    while start > 0, Self.isInside(old, start) || Self.isInside(new, start) { start -= 1 }
    var end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    while end > 0, Self.isInside(old, old.count - end) { end -= 1 }
    return (start, end)
  }

  /// Whether a character of UTF-8 goes on at an index.
  private static func isInside(_ text: [UInt8], _ index: Int) -> Bool {
    index < text.count && text[index] & 0xC0 == 0x80
  }

  /// The lines behind `-` and `+`, cut around the change where they are long.
  public var excerpt: [String] {
    let start = frame.start
    return [(old, "-"), (new, "+")].compactMap { line, sign in
      line.map { sign + Self.cut($0, around: start) }
    }
  }

  private static func cut(_ line: [UInt8], around offset: Int) -> String {
    let before = String(decoding: line[..<offset], as: UTF8.self)
    let behind = String(decoding: line[offset...], as: UTF8.self)
    let text =
      (before.count > 40 ? "…" : "") + before.suffix(40) + behind.prefix(100)
      + (behind.count > 100 ? "…" : "")
    return VisibleText.escaping(text)
  }
}

extension LineDiff {
  /// The changes alone; lines that follow each other are paired in their order.
  public var changes: [LineChange] {
    var changes: [LineChange] = []
    var removed: [[UInt8]] = []
    var added: [[UInt8]] = []
    var number = 1
    func settle() {
      for index in 0..<max(removed.count, added.count) {
        changes.append(
          LineChange(
            number: number - added.count + min(index, max(0, added.count - 1)),
            old: index < removed.count ? removed[index] : nil,
            new: index < added.count ? added[index] : nil))
      }
      removed = []
      added = []
    }
    for line in lines {
      switch line {
      case .kept:
        settle()
        number += 1
      case .removed(let line): removed.append(line)
      case .added(let line):
        added.append(line)
        number += 1
      }
    }
    settle()
    return changes
  }
}
