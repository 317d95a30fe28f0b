/// Prints canonical markup as libxml2 balanced it, and trusts neither.
///
/// Every event has to be the next item, every element in the mode's list, every part of a table in
/// its place; all that is open gets its end tag. What stands directly in a table's structure is
/// printed before the table, as browsers do.
struct StrictSerializer {
  private struct Entry {
    let element: HTMLElement
    let isPrinted: Bool
    /// The line that it is printed in.
    let line: PieceList.Line
    /// The line before the innermost table, for what the table's structure cannot hold.
    let fosterLine: PieceList.Line?
  }

  private let markup: CanonicalMarkup
  private let mode: HTMLSanitizer.Mode
  private var output: PieceList
  private var stack: [Entry] = []
  private var next = 0

  /// Whether all events so far were those of the markup.
  private var isSound = true

  /// Prints behind what a writer holds.
  init(_ markup: CanonicalMarkup, mode: HTMLSanitizer.Mode, behind writer: MarkupWriter) {
    self.markup = markup
    self.mode = mode
    output = PieceList(writer)
    // Room that is not used costs nothing, growing a long text costs a copy of it.
    output.writer.bytes.reserveCapacity(markup.content.count &+ markup.count &* 16)
  }

  /// Prints what libxml2 tells.
  mutating func take(_ event: BracketBalancer.Event) {
    guard isSound else { return }
    switch event {
    case .start(let element): isSound = start(element)
    case .leaf: isSound = leaf()
    case .end(let element):
      isSound = stack.last?.element == element
      if isSound { end() }
    }
  }

  /// The printed text; nil if the events were not those of the markup.
  mutating func finish() -> MarkupWriter? {
    guard isSound, next == markup.count, stack.isEmpty else { return nil }
    return output.joined()
  }

  // MARK: Events

  private mutating func start(_ element: HTMLElement) -> Bool {
    guard next < markup.count else { return false }
    defer { next &+= 1 }
    switch markup[next] {
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
    guard next < markup.count else { return false }
    defer { next &+= 1 }
    switch markup[next] {
    case .void(let element, let attributes):
      guard mode.allows(element), hasPlace(element) else { return true }
      output.select(line(for: element))
      printTag(element, attributes)
      return true
    case .text(let range):
      let text = markup.content[range]
      let isSpace = text.allSatisfy(HTMLByte.isSpace)
      output.select(isSpace ? stack.last?.line ?? .end : line(for: nil))
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
          element: element, isPrinted: false, line: parent?.line ?? .end,
          fosterLine: parent?.fosterLine))
      return
    }
    let line = line(for: element)
    output.select(line)
    var fosterLine: PieceList.Line?
    if element == .table {
      fosterLine = output.beforeTable
    } else if HTMLElement.tableStructure.contains(element) {
      fosterLine = parent?.fosterLine
    }
    stack.append(
      Entry(element: element, isPrinted: true, line: line, fosterLine: fosterLine))
    printTag(element, attributes)
    if element == .pre { output.endBehindPre() }
  }

  private mutating func end() {
    guard let entry = stack.popLast(), entry.isPrinted else { return }
    output.select(entry.line)
    output.writer.endTag(entry.element)
  }

  // MARK: Places

  /// Whether an element may stand in the innermost printed one.
  private func hasPlace(_ element: HTMLElement) -> Bool {
    guard let parents = element.parents else { return true }
    guard let parent = stack.last, parent.isPrinted else { return false }
    return parents.contains(parent.element)
  }

  /// The line in which an element is printed now, or text if there is none.
  private func line(for element: HTMLElement?) -> PieceList.Line {
    guard let parent = stack.last else { return .end }
    if let foster = parent.fosterLine, element?.parents == nil { return foster }
    return parent.line
  }

  private mutating func printTag(_ element: HTMLElement, _ attributes: Range<Int>) {
    output.writer.startTag(element)
    var isLink = false
    let allowed = mode.attributes(of: element)
    for place in attributes {
      let attribute = markup.attributes[place]
      guard allowed.contains(attribute.name) else { continue }
      let value = markup.content[attribute.value]
      output.writer.attribute(attribute.name, value)
      if attribute.name == .href { isLink = value.first != UInt8(ascii: "#") }
    }
    if isLink { output.writer.linkAttributes() }
    output.writer.endOfTag()
  }
}
