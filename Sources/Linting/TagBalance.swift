import Markup

/// Matches end tags to start tags, with those left out that HTML lets one leave out.
struct TagBalance {
  /// A tag without its partner.
  struct Mismatch {
    let name: String
    let range: Range<Int>
    let isStray: Bool
  }

  private(set) var problems: [Mismatch] = []
  private var open: [(name: String, range: Range<Int>)] = []
  /// How many elements of a name are open, so that a stray end tag is known at once.
  private var counts: [String: Int] = [:]

  /// Reads the next token; tags go by the name given.
  mutating func take(_ token: HTMLToken, named name: String) {
    // Names with a colon are Outlook's own; they may stand alone.
    guard !HTMLNames.isVoid(MarkupName(name)) else { return }
    if token.kind == .startTag {
      if !(token.isSelfClosing && (name.contains(":") || !HTMLNames.isElement(name))) {
        open.append((name, token.range))
        counts[name, default: 0] += 1
      }
    } else if token.kind == .endTag {
      close(name, token.range)
    }
  }

  private mutating func close(_ name: String, _ range: Range<Int>) {
    guard counts[name, default: 0] > 0, let index = open.lastIndex(where: { $0.name == name })
    else {
      // A '</p>' without start is an empty paragraph, no shift.
      if name != "p" { problems.append(Mismatch(name: name, range: range, isStray: true)) }
      return
    }
    for skipped in open[(index + 1)...] { leaveOpen(skipped) }
    for closed in open[index...] { counts[closed.name, default: 1] -= 1 }
    open.removeSubrange(index...)
  }

  /// Reports what is still open at the end.
  mutating func finish() {
    for tag in open { leaveOpen(tag) }
    open.removeAll()
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func leaveOpen(_ tag: (name: String, range: Range<Int>)) {
    guard !HTMLNames.mayStayOpen(MarkupName(tag.name)) else { return }
    problems.append(Mismatch(name: tag.name, range: tag.range, isStray: false))
  }
}
