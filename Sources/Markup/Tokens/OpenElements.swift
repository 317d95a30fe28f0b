/// The open elements as far as they decide where text may stand and how raw text is read.
///
/// Only parts of tables, `template`, and foreign content are kept; everything else is transparent.
struct OpenElements {
  private enum Element: String, CaseIterable {
    case table, caption, colgroup, tbody, thead, tfoot, tr, td, th
    case template
    case svg, math
    case foreignObject = "foreignobject"
    case desc, title
    case mi, mo, mn, ms, mtext
  }

  private struct Entry {
    let element: Element
    let isForeign: Bool
    /// Why no text may stand in the element.
    let refusal: Refusal?
  }

  /// Browsers limit the depth as well; deeper elements are not kept, so time stays linear, and no
  /// placeholder may stand behind them.
  private static let depthLimit = 512

  private var stack: [Entry] = []
  /// What makes it doubtful how readers go on, once that stands in the text.
  private var doubt: Refusal?

  /// Elements behind which readers differ: by whether scripts run, by their age, or by an encoding.
  private static let doubtful = NameTable(["noscript", "select", "annotation-xml"])

  private static let elements = NameTable<Element?>(
    Element.allCases.map { (MarkupName($0.rawValue), $0) }, other: nil)

  /// Why no text may stand here.
  var refusal: Refusal? { doubt ?? stack.last?.refusal }

  /// Whether `<![CDATA[` opens a section here.
  var allowsCDATA: Bool { stack.last?.isForeign ?? false }

  /// Whether a start tag's element will be SVG or MathML.
  func isForeign(after tag: HTMLToken) -> Bool {
    let element = Self.elements[tag.name]
    if element == .svg || element == .math { return true }
    return isInForeignContent && !Self.breaksOut(tag)
  }

  /// Follows a tag as tree construction would.
  mutating func follow(_ tag: HTMLToken) {
    if Self.doubtful[tag.name] { doubt = .insideElement(tag.name.text) }
    if tag.kind == .endTag {
      end(tag)
    } else {
      start(tag)
    }
  }

  // MARK: Foreign content

  /// Whether the innermost element is foreign and does not take HTML again.
  private var isInForeignContent: Bool {
    guard let top = stack.last, top.isForeign else { return false }
    switch top.element {
    case .foreignObject, .desc, .title, .mi, .mo, .mn, .ms, .mtext: return false
    case .svg, .math, .table, .caption, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th,
      .template:
      return true
    }
  }

  /// Start tags that close foreign content (HTML Standard §13.2.6.5).
  private static let breakout = NameTable([
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
    "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu",
    "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub",
    "sup", "table", "tt", "u", "ul", "var",
  ])

  private static let font: MarkupName = "font"
  private static let fontAttributes = NameTable(["color", "face", "size"])

  private static func breaksOut(_ tag: HTMLToken) -> Bool {
    if tag.name == font {
      return tag.attributes.contains { fontAttributes[$0.name] }
    }
    return breakout[tag.name]
  }

  private mutating func leaveForeignContent() {
    while isInForeignContent { stack.removeLast() }
  }

  private mutating func startForeign(_ tag: HTMLToken) {
    guard !tag.isSelfClosing, let element = Self.elements[tag.name] else { return }
    let root: Element = stack.last?.element == .math ? .math : .svg
    switch element {
    case .svg, .foreignObject, .desc, .title: if root == .svg { push(element, isForeign: true) }
    case .math, .mi, .mo, .mn, .ms, .mtext: if root == .math { push(element, isForeign: true) }
    case .table, .caption, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th, .template: break
    }
  }

  // MARK: Start tags

  private mutating func start(_ tag: HTMLToken) {
    if isInForeignContent {
      guard Self.breaksOut(tag) else { return startForeign(tag) }
      leaveForeignContent()
    }
    guard let element = Self.elements[tag.name] else { return }
    switch element {
    case .svg, .math: if !tag.isSelfClosing { push(element, isForeign: true) }
    case .template: push(element, isForeign: false)
    case .table: startTable()
    case .caption, .colgroup, .tbody, .thead, .tfoot:
      guard isInTable else { return }
      pop(downTo: [.table])
      push(element, isForeign: false)
    case .tr:
      guard isInTable else { return }
      pop(downTo: [.table, .tbody, .thead, .tfoot])
      push(element, isForeign: false)
    case .td, .th:
      guard isInTable else { return }
      pop(downTo: [.table, .tbody, .thead, .tfoot, .tr])
      push(element, isForeign: false)
    case .foreignObject, .desc, .title, .mi, .mo, .mn, .ms, .mtext: break
    }
  }

  /// A table directly in a table closes the outer one; in a cell it nests.
  private mutating func startTable() {
    if case .directlyIn = refusal {
      pop(downTo: [.table])
      stack.removeLast()
    }
    push(.table, isForeign: false)
  }

  /// Whether a table is open, with no template or foreign content opened in it.
  private var isInTable: Bool {
    for entry in stack.reversed() {
      if entry.isForeign || entry.element == .template { return false }
      if entry.element == .table { return true }
    }
    return false
  }

  private mutating func pop(downTo elements: [Element]) {
    while let top = stack.last, !elements.contains(top.element) { stack.removeLast() }
  }

  private mutating func push(_ element: Element, isForeign: Bool) {
    guard stack.count < Self.depthLimit else {
      doubt = .insideElement(element.rawValue)
      return
    }
    stack.append(
      Entry(element: element, isForeign: isForeign, refusal: refusal(inside: element)))
  }

  private func refusal(inside element: Element) -> Refusal? {
    if case .insideElement = refusal { return refusal }
    return switch element {
    case .svg, .math, .template: .insideElement(element.rawValue)
    case .table, .colgroup, .tbody, .thead, .tfoot, .tr: .directlyIn(element: element.rawValue)
    case .caption, .td, .th, .foreignObject, .desc, .title, .mi, .mo, .mn, .ms, .mtext: nil
    }
  }

  // MARK: End tags

  private static let leavesForeignContent = NameTable(["p", "br"])

  private mutating func end(_ tag: HTMLToken) {
    if Self.leavesForeignContent[tag.name] { return leaveForeignContent() }
    guard let element = Self.elements[tag.name] else { return }
    if let index = foreignIndex(of: element) {
      stack.removeSubrange(index...)
    } else if let index = index(of: element) {
      stack.removeSubrange(index...)
    }
  }

  private func foreignIndex(of element: Element) -> Int? {
    let index = stack.lastIndex { !$0.isForeign || $0.element == element }
    return index.flatMap { stack[$0].isForeign ? $0 : nil }
  }

  /// An open HTML element that is not behind a template or, but for tables, behind a table.
  private func index(of element: Element) -> Int? {
    if element == .template { return stack.lastIndex { $0.element == .template } }
    let index = stack.lastIndex {
      !$0.isForeign && [element, .template, .table].contains($0.element)
    }
    return index.flatMap { stack[$0].element == element ? $0 : nil }
  }
}
