import Markup

/// The elements that are open at a place, with those ended that HTML lets one leave open.
struct OpenBodyElements {
  private var stack: [(name: MarkupName, element: Int)] = []
  /// How many elements of a name are open, so that most names need no search.
  private var counts: [MarkupName: Int] = [:]

  /// The number of the innermost element.
  var top: Int? { stack.last?.element }

  /// How many table cells are open.
  var cells: Int { counts["td", default: 0] + counts["th", default: 0] }

  mutating func push(_ name: MarkupName, _ element: Int) {
    stack.append((name, element))
    counts[name, default: 0] += 1
  }

  /// Ends what may not stay open before a start tag.
  mutating func makeRoom(for name: MarkupName, _ elements: inout [BodyElement]) {
    switch name {
    case "td", "th": end(["td", "th"], within: ["table"], &elements)
    case "tr": end(["tr"], within: ["table"], &elements)
    case "tbody", "thead", "tfoot":
      end(["tbody", "thead", "tfoot", "colgroup", "caption"], within: ["table"], &elements)
    case "li": end(["li"], within: ["ul", "ol", "table", "td", "th"], &elements)
    case "dt", "dd": end(["dt", "dd"], within: ["dl", "table", "td", "th"], &elements)
    case "option": end(["option"], within: ["select"], &elements)
    default: break
    }
    if Self.blocks.contains(name) {
      end(["p"], within: ["table", "td", "th", "caption", "button"], &elements)
    }
  }

  /// Ends the element that an end tag names, if it is open, and all in it.
  mutating func close(_ name: MarkupName, _ elements: inout [BodyElement]) {
    let borders: Set<MarkupName> = Self.parts.contains(name) ? ["table"] : ["td", "th", "table"]
    end([name], within: name == "table" ? [] : borders, &elements)
  }

  mutating func closeAll(_ elements: inout [BodyElement]) {
    while let last = stack.popLast() { elements[last.element].end = elements.count }
  }

  private static let parts: Set<MarkupName> = [
    "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup",
  ]

  private static let blocks: Set<MarkupName> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul",
  ]

  /// Ends the innermost element of some names, unless a border stands before it.
  private mutating func end(
    _ names: Set<MarkupName>, within borders: Set<MarkupName>, _ elements: inout [BodyElement]
  ) {
    guard names.contains(where: { counts[$0, default: 0] > 0 }) else { return }
    var index = stack.count - 1
    let least = max(0, stack.count - BodyReader.depthLimit)
    while index >= least {
      if names.contains(stack[index].name) { break }
      if borders.contains(stack[index].name) { return }
      index -= 1
    }
    guard index >= least else { return }
    while stack.count > index, let last = stack.popLast() {
      counts[last.name, default: 1] -= 1
      elements[last.element].end = elements.count
    }
  }
}
