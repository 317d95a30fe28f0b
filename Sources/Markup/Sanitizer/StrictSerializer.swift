/// Prints canonical markup as libxml2 balanced it, and trusts neither.
///
/// Every event has to be the next item, every element in the mode's list, every part of a table in
/// its place; all that is open gets its end tag. What stands directly in a table's structure is
/// printed before the table, as browsers do.
struct StrictSerializer {
  private struct Entry {
    let element: HTMLElement
    let isPrinted: Bool
    /// The line of pieces that it is printed in.
    let line: Int
    /// The line before the innermost table, for what the table's structure cannot hold.
    let fosterLine: Int?
  }

  private let markup: CanonicalMarkup
  private let mode: HTMLSanitizer.Mode
  private var output = PieceList()
  private var stack: [Entry] = []
  private var next = 0

  init(_ markup: CanonicalMarkup, mode: HTMLSanitizer.Mode) {
    self.markup = markup
    self.mode = mode
    output.writer.keepsBidiControls = mode == .email
  }

  /// The printed text; nil if the events are not those of the markup.
  mutating func text(_ events: [BracketBalancer.Event]) -> MarkupWriter? {
    for event in events {
      switch event {
      case .start(let element):
        guard start(element) else { return nil }
      case .leaf:
        guard leaf() else { return nil }
      case .end(let element):
        guard stack.last?.element == element else { return nil }
        end()
      }
    }
    guard next == markup.items.count, stack.isEmpty else { return nil }
    return output.joined()
  }

  // MARK: Events

  private mutating func start(_ element: HTMLElement) -> Bool {
    guard next < markup.items.count else { return false }
    defer { next &+= 1 }
    switch markup.items[next] {
    case .start(element, let attributes):
      let isPrinted = mode.allows(element) && hasPlace(element)
      open(element, attributes, isPrinted: isPrinted)
      return true
    case .unwrapped(element):
      open(element, 0..<0, isPrinted: false)
      return true
    case .start, .unwrapped, .void, .text: return false
    }
  }

  private mutating func leaf() -> Bool {
    guard next < markup.items.count else { return false }
    defer { next &+= 1 }
    switch markup.items[next] {
    case .void(let element, let attributes):
      guard mode.allows(element), hasPlace(element) else { return true }
      output.select(line(for: element))
      printTag(element, attributes)
      return true
    case .text(let range):
      let text = markup.content[range]
      let isSpace = text.allSatisfy(HTMLByte.isSpace)
      output.select(isSpace ? stack.last?.line ?? 0 : line(for: nil))
      output.writer.text(text)
      return true
    case .start, .unwrapped: return false
    }
  }

  private mutating func open(
    _ element: HTMLElement, _ attributes: Range<Int>, isPrinted: Bool
  ) {
    let parent = stack.last
    guard isPrinted else {
      stack.append(
        Entry(
          element: element, isPrinted: false, line: parent?.line ?? 0,
          fosterLine: parent?.fosterLine))
      return
    }
    let line = line(for: element)
    var entry = Entry(element: element, isPrinted: true, line: line, fosterLine: nil)
    if element == .table {
      let lines = output.split(line)
      entry = Entry(element: element, isPrinted: true, line: lines.table, fosterLine: lines.before)
    } else if HTMLElement.tableStructure.contains(element) {
      entry = Entry(
        element: element, isPrinted: true, line: line, fosterLine: parent?.fosterLine)
    }
    output.select(entry.line)
    printTag(element, attributes)
    if element == .pre { output.endBehindPre() }
    stack.append(entry)
  }

  private mutating func end() {
    guard let entry = stack.popLast(), entry.isPrinted else { return }
    output.select(entry.line)
    output.writer.endTag(entry.element)
    if entry.element == .table { output.join(entry.line) }
  }

  // MARK: Places

  /// Whether an element may stand in the innermost printed one.
  private func hasPlace(_ element: HTMLElement) -> Bool {
    guard let parents = element.parents else { return true }
    guard let parent = stack.last, parent.isPrinted else { return false }
    return parents.contains(parent.element)
  }

  /// The line in which an element is printed now, or text if there is none.
  private func line(for element: HTMLElement?) -> Int {
    guard let parent = stack.last else { return 0 }
    if let foster = parent.fosterLine, element?.parents == nil { return foster }
    return parent.line
  }

  private mutating func printTag(_ element: HTMLElement, _ attributes: Range<Int>) {
    output.writer.startTag(element)
    var isLink = false
    let allowed = mode.attributes(of: element)
    for attribute in markup.attributes[attributes] where allowed.contains(attribute.name) {
      let value = markup.content[attribute.value]
      output.writer.attribute(attribute.name, value)
      if attribute.name == .href { isLink = value.first != UInt8(ascii: "#") }
    }
    if isLink { output.writer.linkAttributes() }
    output.writer.endOfTag()
  }
}
