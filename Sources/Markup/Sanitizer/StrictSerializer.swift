/// Prints canonical markup as libxml2 balanced it, and trusts neither.
///
/// Every event has to be the next item, every element in the mode's list, every part of a table in
/// its place and nothing else in a table's structure; all that is open gets its end tag.
struct StrictSerializer {
  private struct Entry {
    let element: HTMLElement
    let isPrinted: Bool
  }

  private let mode: HTMLSanitizer.Mode
  private var reader: MarkupReader
  private var writer: MarkupWriter
  private var stack: [Entry] = []
  /// Whether a `pre` tag was just printed, behind which a browser swallows a line end.
  private var isBehindPre = false

  /// Whether all events so far were those of the markup.
  private var isSound = true

  /// Prints behind what a writer holds.
  init(_ markup: CanonicalMarkup, mode: HTMLSanitizer.Mode, behind writer: MarkupWriter) {
    reader = MarkupReader(markup)
    self.mode = mode
    self.writer = writer
    // Room that is not used costs nothing, growing a long text costs a copy of it.
    let references = markup.content.reduce(0) { $0 &+ (MarkupWriter.isReferenced($1) ? 1 : 0) }
    self.writer.bytes.reserveCapacity(
      writer.bytes.count &+ markup.content.count &+ 5 &* references &+ 26 &* markup.tape.count)
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
    guard isSound, next() == nil, stack.isEmpty else { return nil }
    return writer
  }

  // MARK: Events

  /// The next item that is no end tag, which libxml2 tells of as it likes.
  private mutating func next() -> MarkupReader.Item? {
    while let item = reader.next() {
      guard case .end = item else { return item }
    }
    return nil
  }

  private mutating func start(_ element: HTMLElement) -> Bool {
    switch next() {
    case .start(element):
      let isPrinted = mode.allows(element) && hasPlace(element)
      stack.append(Entry(element: element, isPrinted: isPrinted))
      if isPrinted { printTag(element) }
      return true
    case .takenBack where element == .a:
      stack.append(Entry(element: element, isPrinted: false))
      return true
    case .start, .takenBack, .end, .void, .text, nil: return false
    }
  }

  private mutating func leaf() -> Bool {
    switch next() {
    case .void(let element):
      if mode.allows(element), hasPlace(element) { printTag(element) }
      return true
    case .text(let range):
      let text = reader.markup.content[range]
      guard !isInTableStructure || text.allSatisfy(HTMLByte.isSpace) else { return false }
      if isBehindPre, text.first == 0x0A { writer.bytes.append(0x0A) }
      isBehindPre = false
      writer.text(text)
      return true
    case .start, .takenBack, .end, nil: return false
    }
  }

  private mutating func end() {
    guard let entry = stack.popLast(), entry.isPrinted else { return }
    isBehindPre = false
    writer.endTag(entry.element)
  }

  // MARK: Places

  /// Whether an element may stand in the innermost printed one.
  private func hasPlace(_ element: HTMLElement) -> Bool {
    guard element.isTablePart else { return !isInTableStructure }
    guard let parent = stack.last, parent.isPrinted else { return false }
    return element.fits(in: parent.element)
  }

  /// Whether the innermost printed element takes nothing but parts of tables.
  private var isInTableStructure: Bool {
    guard let parent = stack.last(where: \.isPrinted) else { return false }
    return parent.element.isTableStructure
  }

  private mutating func printTag(_ element: HTMLElement) {
    isBehindPre = element == .pre
    writer.startTag(element)
    var isLink = false
    let allowed = mode.attributes(of: element)
    while let (name, place) = reader.nextAttribute() {
      guard allowed.contains(name) else { continue }
      let value = reader.markup.content[place]
      writer.attribute(name, value)
      if name == .href { isLink = value.first != UInt8(ascii: "#") }
    }
    if isLink { writer.linkAttributes() }
    writer.endOfTag()
  }
}
