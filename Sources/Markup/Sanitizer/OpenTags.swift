/// The open elements of canonical markup, by the HTML Standard's rules as far as these decide which
/// elements may stand in which (§13.2.6.4.7–15).
///
/// Only end tags of open elements are let through. Every walk ends at the nearest table cell or
/// after a bounded depth, so time is linear.
struct OpenTags {
  private struct Entry {
    let element: HTMLElement
    /// Where the start tag is.
    let place: CanonicalMarkup.Place
    /// Where the tag stands in the text.
    let offset: Int
    /// The table before which the element is printed, as the table's structure cannot hold it.
    let fosterTable: Int?
    /// Where the innermost table or part of one is in the stack, this entry included.
    let tablePart: Int?
    /// How many stretches were fostered before, and the one that the element is in, if it is fostered.
    let fostered: Int
    let stretch: Int?
    var isGone = false
  }

  private(set) var markup = CanonicalMarkup()
  /// Where links began whose tags were taken back.
  private(set) var takenBack: [Int] = []
  private var stack: [Entry] = []
  /// The attributes of the tag that comes next.
  private var attributes: [CanonicalMarkup.Attribute] = []
  private var attributesStart = 0
  /// What stands directly in the structure of open tables, and belongs before each.
  private var fostered: [Range<CanonicalMarkup.Place>] = []
  private var counts = [Int](repeating: 0, count: HTMLElement.allCases.count)
  private var depth = 0

  /// What kept a tag out.
  enum Objection {
    case misplaced
    case tooDeep
  }

  mutating func reserve(for text: [UInt8]) { markup.reserve(for: text) }

  // MARK: Attributes and text

  /// Adds an attribute to the tag that comes next.
  mutating func append(_ attribute: AttributeName, _ value: some Collection<UInt8>) {
    if attributes.isEmpty { attributesStart = markup.content.count }
    markup.write { $0 += value }
    attributes.append(CanonicalMarkup.Attribute(name: attribute, length: value.count))
  }

  /// Takes the attributes that no tag of the markup has.
  mutating func takeAttributes() -> [(name: AttributeName, value: [UInt8])] {
    var start = attributesStart
    let taken = attributes.map { attribute in
      defer { start &+= attribute.length }
      return (attribute.name, Array(markup.content[start..<start &+ attribute.length]))
    }
    forgetAttributes()
    return taken
  }

  /// Where the next thing will stand, with the attributes that are its own.
  private var here: CanonicalMarkup.Place {
    let place = markup.place
    guard !attributes.isEmpty else { return place }
    return CanonicalMarkup.Place(
      tape: place.tape, content: UInt32(truncatingIfNeeded: attributesStart))
  }

  private mutating func forgetAttributes() {
    guard !attributes.isEmpty else { return }
    markup.forgetContent(from: attributesStart)
    attributes.removeAll(keepingCapacity: true)
  }

  /// Adds the text that is appended to the content.
  mutating func text(_ append: (inout [UInt8]) -> Void) {
    let start = markup.place
    markup.write(append)
    let text = markup.content[Int(start.content)...]
    guard !text.isEmpty else { return }
    markup.text(length: text.count)
    if isDirectlyInStructure, !text.allSatisfy(HTMLByte.isSpace) { foster(from: start) }
  }

  // MARK: Start tags

  /// Opens an element, which gets the attributes that were appended, for a tag at an offset.
  ///
  /// - Returns: why the tag is left out; nil if it is kept.
  mutating func start(_ element: HTMLElement, at offset: Int) -> Objection? {
    let isCounted = !element.endsByItself
    guard depth < SanitizerLimits.depth || !isCounted, stack.count < SanitizerLimits.wholeDepth
    else { return drop(.tooDeep) }
    if element.isTablePart {
      guard let table = innermostTable, hasPlace(element, in: table) else {
        return drop(.misplaced)
      }
      makeRoom(for: element, in: table)
    } else if element == .table, isInTableStructure, let table = innermostTable {
      // A table directly in a table's structure ends that table.
      pop(to: table)
    }
    guard makeRoom(for: element) else { return drop(.misplaced) }
    push(element, at: offset)
    return nil
  }

  private mutating func drop(_ objection: Objection) -> Objection {
    forgetAttributes()
    return objection
  }

  /// Opens an element for a tag at an offset; for none if it is one that no tag in the text names.
  private mutating func push(_ element: HTMLElement, at offset: Int?) {
    let start = here
    if offset == nil {
      markup.tag(element, [])
    } else {
      markup.tag(element, attributes)
      attributes.removeAll(keepingCapacity: true)
    }
    let isFostered = isDirectlyInStructure && !element.isTablePart
    let known = fostered.count
    if isFostered { foster(from: start) }
    guard !element.isVoid else { return }
    let place = stack.count
    let isStructure =
      element.isScope || element.isTableStructure
    stack.append(
      Entry(
        element: element, place: start, offset: offset ?? 0,
        fosterTable: isFostered ? innermostTable : nil,
        tablePart: isStructure ? place : stack.last?.tablePart,
        fostered: known, stretch: isFostered ? fostered.count &- 1 : nil))
    counts[Int(element.rawValue)] &+= 1
    if !element.endsByItself { depth &+= 1 }
  }

  /// Ends what cannot hold an element; says whether the element may stand there then.
  private mutating func makeRoom(for element: HTMLElement) -> Bool {
    if element.isTablePart { return true }
    switch element {
    case .li: guard endItem({ $0 == .li }) else { return false }
    case .dd, .dt: guard endItem({ $0 == .dd || $0 == .dt }) else { return false }
    case .a: guard endLink() else { return false }
    default: break
    }
    if element.endsParagraph, let paragraph = inScope(.p) {
      pop(to: paragraph)
    }
    return !element.isHeading || endHeading()
  }

  /// Ends a heading that the next would stand in; false if that would end a table.
  ///
  /// Links in between do not count, as their tags may be taken back.
  private mutating func endHeading() -> Bool {
    var place = parent(of: stack.count)
    var isBehindTable = isDirectlyInStructure
    while let index = place, stack[index].element == .a {
      if stack[index].fosterTable != nil { isBehindTable = true }
      place = parent(of: index)
    }
    guard let index = place, stack[index].element.isHeading else {
      return true
    }
    guard !isBehindTable else { return false }
    pop(to: index)
    return true
  }

  /// Ends an open item of a list; false if that would end a table.
  private mutating func endItem(_ isItem: (HTMLElement) -> Bool) -> Bool {
    var place = parent(of: stack.count)
    var isBehindTable = isDirectlyInStructure
    while let index = place {
      let entry = stack[index]
      if isItem(entry.element) {
        guard !isBehindTable else { return false }
        pop(to: index)
        return true
      }
      let isPassed = entry.element == .div || entry.element == .p || entry.element == .address
      guard isPassed || !entry.element.isSpecial else { return true }
      if entry.fosterTable != nil { isBehindTable = true }
      place = parent(of: index)
    }
    return true
  }

  /// Ends an open link: with what is in it, or, where blocks or a table are, by taking its tag back.
  private mutating func endLink() -> Bool {
    guard counts[Int(HTMLElement.a.rawValue)] > 0 else { return true }
    var place = parent(of: stack.count)
    var isAroundBlocks = isDirectlyInStructure
    while let index = place {
      let entry = stack[index]
      if entry.element == .a, !entry.isGone {
        if isAroundBlocks {
          markup.takeBack(entry.place)
          takenBack.append(entry.offset)
          stack[index].isGone = true
        } else {
          pop(to: index)
        }
        return true
      }
      if entry.element.isScope { return true }
      if entry.element.isSpecial || entry.fosterTable != nil {
        isAroundBlocks = true
      }
      place = parent(of: index)
    }
    return true
  }

  /// Whether a part of a table may begin now: columns come before rows, or each would need all that
  /// is around a row anew.
  private func hasPlace(_ part: HTMLElement, in table: Int) -> Bool {
    guard part == .col || part == .colgroup, table &+ 1 < stack.count else { return true }
    return !stack[table &+ 1].element.isRowGroup
  }

  /// Leads back to where a part of a table may stand, and opens what it needs around it.
  private mutating func makeRoom(for part: HTMLElement, in table: Int) {
    guard part.isTablePart else { return }
    let place = stack.indices.last { $0 >= table && part.fits(in: stack[$0].element) }
    if let place {
      pop(to: place &+ 1)
      return
    }
    let parent: HTMLElement =
      switch part {
      case .col: .colgroup
      case .tr: .tbody
      default: .tr
      }
    makeRoom(for: parent, in: table)
    push(parent, at: nil)
  }

  // MARK: End tags

  /// Closes an element; says whether one was open that the tag could close.
  mutating func end(_ element: HTMLElement) -> Bool {
    let place =
      element.isHeading
      ? stack.indices.reversed().prefix { !stack[$0].element.isScope }
        .first { stack[$0].element.isHeading }
      : open(element)
    guard let place else { return false }
    pop(to: place)
    return true
  }

  /// The open element that an end tag closes.
  private func open(_ element: HTMLElement) -> Int? {
    if element == .table || element.isTablePart { return openPart(element) }
    guard counts[Int(element.rawValue)] > 0 else { return nil }
    let isSpecial = element.isSpecial
    for index in stack.indices.reversed() {
      let found = stack[index].element
      if found == element { return index }
      let isLimit =
        isSpecial
        ? found.isScope
          || element == .li && (found == .ul || found == .ol)
        : found.isSpecial
      if isLimit { return nil }
    }
    return nil
  }

  private func openPart(_ element: HTMLElement) -> Int? {
    var place = stack.last?.tablePart
    while let index = place {
      let found = stack[index].element
      if found == element { return index }
      if found == .table { return nil }
      place = index > 0 ? stack[index &- 1].tablePart : nil
    }
    return nil
  }

  // MARK: Stack

  /// Ends the elements from a place on.
  ///
  /// Each of the outermost one's name is enough, as it takes the others with it; but what will be
  /// moved has all its end tags.
  private mutating func pop(to place: Int) {
    guard place < stack.count else { return }
    let outermost = stack[place]
    let isMoved = fostered.count > outermost.fostered
    while stack.count > place, let entry = stack.popLast() {
      counts[Int(entry.element.rawValue)] &-= 1
      if !entry.element.endsByItself { depth &-= 1 }
      if isMoved || entry.element == outermost.element { markup.end(entry.element) }
      if let stretch = entry.stretch {
        fostered[stretch] = fostered[stretch].lowerBound..<here
      }
      if entry.element == .table, fostered.count > entry.fostered {
        markup.move(fostered[entry.fostered...], to: entry.place)
        fostered.removeSubrange(entry.fostered...)
      }
    }
  }

  /// Notes that what was added since a place belongs before the innermost table.
  private mutating func foster(from start: CanonicalMarkup.Place) {
    guard let table = innermostTable else { return }
    if fostered.count > stack[table].fostered, let last = fostered.last, last.upperBound == start {
      fostered[fostered.count &- 1] = last.lowerBound..<here
    } else {
      fostered.append(start..<here)
    }
  }

  /// Ends tables out of which something is to be moved; libxml2 ends all else that is open.
  ///
  /// What was only needed for reading is given back, since printing takes most memory.
  mutating func finish() {
    if let table = stack.firstIndex(where: { $0.element == .table && $0.fostered < fostered.count })
    {
      pop(to: table)
    }
    stack = []
    fostered = []
  }

  /// The innermost open element of a name with no cell, caption or table around it that is inner.
  private func inScope(_ element: HTMLElement) -> Int? {
    guard counts[Int(element.rawValue)] > 0 else { return nil }
    for index in stack.indices.reversed() {
      if stack[index].element == element { return index }
      if stack[index].element.isScope { return nil }
    }
    return nil
  }

  /// What an entry will be printed in; content of a table's structure goes before the table.
  private func parent(of place: Int) -> Int? {
    let table =
      place < stack.count ? stack[place].fosterTable : isDirectlyInStructure ? innermostTable : nil
    let parent = (table ?? place) &- 1
    return parent >= 0 ? parent : nil
  }

  private var isDirectlyInStructure: Bool {
    stack.last.map { $0.element.isTableStructure } ?? false
  }

  /// Whether the innermost table or part of one takes no text.
  private var isInTableStructure: Bool {
    guard let part = stack.last?.tablePart else { return false }
    return stack[part].element.isTableStructure
  }

  private var innermostTable: Int? {
    var place = stack.last?.tablePart
    while let index = place, stack[index].element != .table {
      place = index > 0 ? stack[index &- 1].tablePart : nil
    }
    return place
  }
}
