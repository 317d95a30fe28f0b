import Markup

extension Removal {
  /// Whether a reader might see that it is missing, so that no other rule speaks of it either.
  var mayBeSeen: Bool {
    switch kind {
    // `o:p` and the like are Word's.
    case .element: return !name.contains(":") && name != "link"
    case .attribute:
      return !Self.starts(name, ["aria-", "data-", "item", "xmlns"])
        && !["tabindex", "role"].contains(name)
    case .declaration:
      // `*height` was for a browser that is gone.
      return !Self.starts(name, ["-", "*", "_", "mso-"])
        && !Self.starts(name, Self.unmoved) && !Self.starts(name, Self.layout)
    // Of style sheets elsewhere `external-style` speaks.
    case .rule: return !["@import", "@charset", "@keyframes", "@page", "@list"].contains(name)
    case .address: return true
    }
  }

  private static func starts(_ name: String, _ beginnings: [String]) -> Bool {
    beginnings.contains { name.hasPrefix($0) }
  }

  /// Properties that change nothing where nothing moves, is pointed at or is printed.
  private static let unmoved = [
    "animation", "appearance", "break-", "cursor", "orphans", "page-break-", "pointer-events",
    "resize", "scroll-", "text-rendering", "touch-action", "transition", "user-select", "widows",
    "will-change",
  ]

  /// Properties of which `unsupported-layout` speaks.
  private static let layout = [
    "align-content", "column-gap", "display", "gap", "grid", "justify-items", "place-", "row-gap",
  ]
}
