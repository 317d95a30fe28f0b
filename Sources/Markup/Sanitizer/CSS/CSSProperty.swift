/// An allowed property and what its values are made of.
struct CSSProperty {
  /// What values are made of, besides numbers, names, colours and functions.
  enum Grammar {
    /// Nothing else.
    case plain
    /// Strings and names beyond ASCII.
    case font
    /// Strings.
    case list
    /// Images.
    case background
    /// Only the keywords that keep a box among its neighbours.
    case display
    /// Only the keywords that keep a box in its place.
    case position
    /// Any keyword.
    case flow

    /// Whether a keyword may be the value; most properties take any.
    func allows(_ keyword: CSSName) -> Bool {
      switch self {
      case .display: CSSProperty.displays.contains(keyword)
      case .position: keyword == "static" || keyword == "relative"
      case .plain, .font, .list, .background, .flow: true
      }
    }
  }

  /// The name as it is printed.
  let name: [UInt8]
  let grammar: Grammar

  private init(name: String, grammar: Grammar) {
    self.name = Array(name.utf8)
    self.grammar = grammar
  }

  /// The property of a name; nil for one that is not allowed.
  init?(_ name: CSSName) {
    guard let property = Self.all[name] else { return nil }
    self = property
  }

  /// Whether a property that is not allowed would run code or load things.
  static func isActive(_ name: CSSName) -> Bool { active.contains(name) }

  private static let displays: Set<CSSName> = [
    "block", "inline", "inline-block", "none", "flex", "inline-flex", "table", "inline-table",
    "table-row", "table-cell", "table-row-group", "table-header-group", "table-footer-group",
    "table-column", "table-column-group", "table-caption", "inherit", "initial", "unset", "revert",
  ]

  private static let active: Set<CSSName> = [
    "behavior", "-moz-binding", "content", "cursor", "filter", "clip-path", "mask", "mask-image",
    "mask-border", "mask-border-source", "-webkit-mask", "-webkit-mask-image",
    "-webkit-mask-box-image", "border-image", "border-image-source", "-webkit-border-image",
    "list-style-image", "shape-outside", "src", "backdrop-filter", "offset-path",
  ]

  private static let all: [CSSName: Self] = {
    let special: [(Grammar, [String])] = [
      (.plain, common + boxes), (.font, fonts), (.list, ["list-style", "list-style-type"]),
      (.background, ["background", "background-image"]), (.display, ["display"]),
      (.position, ["position"]), (.flow, ["float", "clear"]),
    ]
    var table: [CSSName: Self] = [:]
    for (grammar, names) in special {
      for name in names { table[CSSName(known: name)] = Self(name: name, grammar: grammar) }
    }
    return table
  }()

  private static let fonts = [
    "font", "font-family", "font-feature-settings", "font-kerning", "font-language-override",
    "font-optical-sizing", "font-size", "font-size-adjust", "font-stretch", "font-style",
    "font-synthesis", "font-variant", "font-variant-alternates", "font-variant-caps",
    "font-variant-east-asian", "font-variant-ligatures", "font-variant-numeric",
    "font-variant-position", "font-variation-settings", "font-weight",
  ]

  private static let common = [
    "color", "background-color", "background-repeat", "background-position", "background-size",
    "letter-spacing", "line-height", "text-align", "text-align-last", "text-decoration",
    "text-decoration-color", "text-decoration-line", "text-decoration-style",
    "text-decoration-thickness", "text-indent", "text-transform", "text-shadow", "text-overflow",
    "vertical-align", "white-space", "word-break", "word-spacing", "word-wrap", "overflow-wrap",
    "hyphens", "direction", "border-collapse", "border-spacing", "border-radius",
    "border-top-left-radius", "border-top-right-radius", "border-bottom-left-radius",
    "border-bottom-right-radius", "outline", "outline-color", "outline-style", "outline-width",
    "outline-offset", "width", "height", "min-width", "min-height", "max-width", "max-height",
    "overflow", "overflow-x", "overflow-y", "visibility", "opacity",
    "table-layout", "list-style-position", "caption-side", "empty-cells", "box-sizing",
    "box-shadow", "object-fit", "color-scheme", "-webkit-text-size-adjust",
    "-ms-text-size-adjust", "-ms-interpolation-mode", "-webkit-font-smoothing",
    "mso-table-lspace", "mso-table-rspace", "mso-line-height-rule", "mso-hide",
    "mso-padding-alt",
  ]

  /// The properties that exist for each side of a box.
  private static let boxes: [String] = {
    let sides = [
      "", "-top", "-right", "-bottom", "-left", "-block", "-block-start", "-block-end", "-inline",
      "-inline-start", "-inline-end",
    ]
    let borders = ["", "-color", "-style", "-width"]
    return sides.flatMap { side in
      ["margin" + side, "padding" + side] + borders.map { "border" + side + $0 }
    }
  }()
}
