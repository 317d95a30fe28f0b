import Diagnostics
import Markup

extension Rule {
  /// Layout that falls apart where it is not known.
  static let unsupportedLayout: Rule = Rule(
    "unsupported-layout", .warning, .client,
    summary: Message(
      "flex, grid, floats, positions, negative margins, and widths of blocks by CSS alone",
      ko: "flex, grid, float, position, 음수 여백, CSS로만 정한 블록 너비"),
    rationale: Message(
      "none of them works in Outlook for Windows (classic), and not all in Gmail: columns stand below each other or run over the page",
      ko: "Windows용 Outlook(클래식)은 모두, Gmail은 일부를 지원하지 않아 단이 아래로 밀리거나 화면을 넘칩니다"),
    instead: Message(
      "lay out with table cells, or put a table for Outlook around it in '<!--[if mso]>'",
      ko: "표의 칸으로 배치하거나 '<!--[if mso]>' 안의 Outlook용 표로 감싸세요"),
    sources: [
      .canIEmail("css-display-flex"), .canIEmail("css-position"), .canIEmail("css-float"),
      .canIEmail("css-width"),
    ],
    examples: [
      .flagged("<div style=\"‹display:flex›\"><p>$<NAME></p></div>"),
      .flagged("<style>.a{‹position:absolute›}</style><p class=\"a\">$<NAME></p>"),
      .flagged("<div style=\"margin:0 auto;‹width:600px›\">$<NAME></div>"),
      .flagged("<p style=\"‹margin-top:-8px›\">$<NAME></p>"),
      .flagged("<!--[if mso]><div style=\"‹float:left›\">x</div><![endif]--><p>$<NAME></p>"),
      .quiet("<!--[if !mso]><!--><div style=\"float:left\">$<NAME></div><!--<![endif]-->"),
      .quiet("<style>@media (min-width:600px){.a{float:left}}</style><p class=\"a\">$<NAME></p>"),
      .quiet("<style>@supports (display:grid){.a{display:grid}}</style><p class=\"a\">$<NAME></p>"),
      .quiet("<div style=\"float:none;position:relative;width:100%\">$<NAME></div>"),
      .quiet("<table align=\"left\" style=\"float:left\"><tr><td>$<NAME></td></tr></table>"),
      .quiet("<div style=\"mso-hide:all;display:grid\">$<NAME></div>"),
      .quiet(
        "<!--[if mso]><table><tr><td width=\"600\"><![endif]--><div style=\"max-width:600px\">$<NAME></div>"
          + "<!--[if mso]></td></tr></table><![endif]-->"),
      .quiet("<style>.a{display:none;float:left}</style><p class=\"a\">$<NAME></p>"),
      .quiet("<p style=\"display:none;margin-top:-8px\">x</p><p>$<NAME></p>"),
      .quiet("<div style=\"display:none\"><div style=\"float:left\">x</div></div><p>$<NAME></p>"),
      .quiet("<div style=\"display:block;display:flex\">$<NAME></div>"),
      .flagged("<div style=\"‹display:flex›;gap:8px\">$<NAME></div>"),
      .quiet("<div style=\"flex-direction:row;flex-wrap:nowrap\">$<NAME></div>"),
      .quiet("<style>.a{mso-hide:all;display:grid}</style><div class=\"a\">$<NAME></div>"),
    ],
    check: .draft { context, report in
      var uses = ClientUses(context)
      for style in context.body.styles {
        // What nobody sees cannot fall apart.
        let element = style.element.map { context.body.elements[$0] }
        if element?.isHidden == true { continue }
        var blocks: [Int?: LayoutBlock] = [:]
        for declaration in style.sheet.declarations where !style.unseen.contains(declaration.block)
        {
          guard let use = LayoutUse(declaration, style.sheet, in: element, context.body) else {
            blocks[declaration.block, default: LayoutBlock()].serve(declaration.name)
            continue
          }
          guard let support = ClientSupport.of(use.key) else { continue }
          let readers = uses.readers(of: style, block: declaration.block)
          let failing = blocks[declaration.block, default: LayoutBlock()]
            .failing(support.clients(.no, among: readers), declaration.name)
          uses.note(support, shownAs: use.shown, at: declaration.range, for: failing)
        }
      }
      uses.report(help: unsupportedLayout.instead, report)
    })
}

/// The declarations of one block, so that one mistake is told once.
private struct LayoutBlock {
  /// Whom each property has failed so far; nobody where a plain value came first.
  private var failed: [String: ClientSet] = [:]
  /// Who does not lay the block out as a flex box or a grid at all.
  private var withoutBox: ClientSet = []

  mutating func serve(_ property: String) { failed[property] = [] }

  /// Who is not served by a declaration, nor by one before it.
  mutating func failing(_ clients: ClientSet, _ property: String) -> ClientSet {
    let isBox = property == "display"
    let boxed = [
      "gap", "row-gap", "column-gap", "flex-direction", "flex-wrap", "justify-content",
      "align-items",
    ]
    var failing = clients
    if let before = failed[property] { failing.formIntersection(before) }
    failed[property] = failing
    if isBox { withoutBox = failing }
    return boxed.contains(property) ? failing.subtracting(withoutBox) : failing
  }
}

/// A declaration that layout depends on.
private struct LayoutUse {
  let key: String
  let shown: String

  init?(
    _ declaration: StyleSheet.Declaration, _ sheet: StyleSheet, in element: BodyElement?,
    _ body: BodyFacts
  ) {
    let name = declaration.name
    let words = sheet.words[declaration.words]
    guard let first = words.first else { return nil }
    switch name {
    case "display", "position":
      key = "\(name):\(first.text)"
      guard ClientSupport.of(key)?.kind == .layout else { return nil }
    case "float":
      guard ["left", "right"].contains(first.text) else { return nil }
      // The attribute does the same for Outlook.
      if let element, body.tag(element).attribute("align") != nil { return nil }
      key = name
    case "margin", "margin-top", "margin-right", "margin-bottom", "margin-left":
      guard words.contains(where: { $0.kind == .number && $0.number < 0 }) else { return nil }
      key = "negative margin"
    case "width", "max-width":
      guard let element, ["div", "p", "span"].contains(element.name), !element.isInGhostCell,
        first.kind == .number, first.text != "%" || first.number != 100, first.number > 0
      else { return nil }
      key = "\(name) of blocks"
    case "flex-direction", "flex-wrap":
      guard first.text.hasPrefix("column") || first.text.hasPrefix("wrap") else { return nil }
      key = name
    case "gap", "row-gap", "column-gap", "justify-content", "align-items", "column-count":
      key = name
    default: return nil
    }
    shown = name.hasPrefix("margin") ? "\(name) below zero" : key
  }
}
