import Markup

/// How an element's text looks, as far as attributes and inline styles up to the root say it.
struct TextLook {
  /// The color of the text; nil where it is not known.
  var color: CSSColor?
  /// The color behind it; nil where it is not known.
  var background: CSSColor?
  /// The size in CSS pixels; nil where it is not known.
  var size: Double?
  /// Whether it is bold.
  var isBold = false

  /// The looks of all elements, each derived from the one around it.
  static func all(in body: BodyFacts) -> [TextLook] {
    var looks: [TextLook] = []
    looks.reserveCapacity(body.elements.count)
    for element in body.elements {
      var look = element.parent.map { looks[$0] } ?? TextLook()
      look.enter(element, body)
      looks.append(look)
    }
    return looks
  }

  private mutating func enter(_ element: BodyElement, _ body: BodyFacts) {
    switch element.name {
    // Links have a color of their own, headings a size.
    case "a": color = nil
    case "b", "strong", "th": isBold = true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      size = nil
      isBold = true
    case "font":
      if let text = body.value("color", of: element) { color = CSSColor(attribute: text) }
      if body.tag(element).attribute("size") != nil { size = nil }
    default: break
    }
    if let text = body.value("bgcolor", of: element) { background = CSSColor(attribute: text) }
    if body.tag(element).attribute("background") != nil { background = nil }
    guard let style = element.style else { return }
    let sheet = body.styles[style].sheet
    for declaration in sheet.declarations {
      take(declaration.name, sheet.words[declaration.words])
    }
  }

  private mutating func take(_ property: String, _ words: ArraySlice<StyleSheet.Word>) {
    guard let first = words.first else { return }
    switch property {
    case "color": if first.text != "inherit" { color = CSSColor(first) }
    case "background-color":
      if first.text != "transparent", first.text != "inherit" { background = CSSColor(first) }
    case "background": takeBackground(words)
    case "background-image": if first.text != "none" { background = nil }
    case "font-size":
      let isKnown = first.text == "px" || first.number == 0
      size = first.kind == .number && isKnown ? first.number : nil
      if first.kind == .number, first.text == "pt" { size = first.number * 4 / 3 }
    case "font-weight":
      isBold = first.text.hasPrefix("bold") || first.kind == .number && first.number >= 700
    case "opacity": color = nil
    default: break
    }
  }

  private mutating func takeBackground(_ words: ArraySlice<StyleSheet.Word>) {
    guard words.count > 1 || !["none", "transparent", "inherit"].contains(words.first?.text) else {
      return
    }
    let isPlain = words.allSatisfy { $0.kind != .address && $0.kind != .function }
    background = isPlain ? words.lazy.compactMap { CSSColor($0) }.first : nil
  }
}
