/// An attribute that can be kept; nothing else is ever printed.
enum AttributeName: UInt8, CaseIterable {
  case abbr, align, alink, alt, ariaHidden, ariaLabel, ariaLabelledby, background, bgcolor, border
  case cellpadding, cellspacing, `class`, clear, color, colspan, dir, face, frame, headers, height
  case href, hspace, id, lang, link, name, noshade, nowrap, rel, reversed, role, rowspan, rules
  case scope, size, span, src, start, style, summary, target, text, title, type, valign, value
  case vlink, vspace, width

  init?(_ name: MarkupName) {
    guard let attribute = Self.named[name] else { return nil }
    self = attribute
  }

  private static let names = allCases.map { attribute in
    switch attribute {
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .ariaLabelledby: "aria-labelledby"
    default: String(describing: attribute)
    }
  }

  private static let named = NameTable<Self?>(
    zip(names, allCases).map { (MarkupName($0), $1) }, other: nil)

  /// The name as it is printed.
  var printed: String { Self.names[Int(rawValue)] }

  /// What a body's tag may have.
  static let ofBody: AttributeSet = [
    .bgcolor, .background, .text, .link, .alink, .vlink, .style, .class, .dir, .lang,
  ]

  private static let everywhere: AttributeSet = [
    .align, .bgcolor, .class, .dir, .height, .id, .lang, .role, .style, .title, .valign, .width,
    .ariaHidden, .ariaLabel, .ariaLabelledby,
  ]

  private static let ofElements = HTMLElement.allCases.map { everywhere.union(own(of: $0)) }

  /// What an element of a mail may have.
  static func allowed(on element: HTMLElement) -> AttributeSet {
    ofElements[Int(element.rawValue)]
  }

  /// What an element may have that others may not.
  private static func own(of element: HTMLElement) -> AttributeSet {
    switch element {
    case .a: [.href, .name]
    case .img: [.src, .alt, .border, .hspace, .vspace]
    case .table: [.background, .border, .cellpadding, .cellspacing, .summary, .rules, .frame]
    case .tr: [.background]
    case .td, .th: [.background, .colspan, .rowspan, .nowrap, .headers, .scope, .abbr]
    case .col, .colgroup: [.span]
    case .ol: [.start, .type, .reversed]
    case .ul: [.type]
    case .li: [.type, .value]
    case .font: [.color, .face, .size]
    case .hr: [.size, .noshade, .color]
    case .br: [.clear]
    default: []
    }
  }

  /// Whether the name of an unknown attribute is that of one that runs code or loads something.
  static func isActive(_ name: MarkupName) -> Bool {
    active[name] || name.text.utf8.starts(with: "on".utf8)
  }

  private static let active = NameTable([
    "action", "archive", "attributionsrc", "autofocus", "cite", "classid", "code", "codebase",
    "command", "commandfor", "contenteditable", "data", "dynsrc", "form", "formaction", "is",
    "longdesc", "lowsrc", "manifest", "nonce", "ping", "popover", "popovertarget", "poster",
    "profile", "shadowrootmode", "sizes", "slot", "src", "srcdoc", "srcset", "usemap",
    "xlink:href",
  ])
}

/// A set of attributes, a bit each.
struct AttributeSet: ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init(arrayLiteral attributes: AttributeName...) {
    for attribute in attributes { _ = insert(attribute) }
  }

  func contains(_ attribute: AttributeName) -> Bool {
    bits & 1 << UInt64(attribute.rawValue) != 0
  }

  /// Adds an attribute; says whether it is new.
  mutating func insert(_ attribute: AttributeName) -> Bool {
    defer { bits |= 1 << UInt64(attribute.rawValue) }
    return !contains(attribute)
  }

  func union(_ other: AttributeSet) -> AttributeSet {
    var union = self
    union.bits |= other.bits
    return union
  }
}
