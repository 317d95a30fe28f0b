/// An attribute that can be kept; nothing else is ever printed.
enum AttributeName: String, CaseIterable {
  case abbr, align, alink, alt, ariaHidden = "aria-hidden", ariaLabel = "aria-label"
  case ariaLabelledby = "aria-labelledby", background, bgcolor, border, cellpadding, cellspacing
  case `class`, clear, color, colspan, dir, face, frame, headers, height, href, hspace, id, lang
  case link, name, noshade, nowrap, rel, reversed, role, rowspan, rules, scope, size, span, src
  case start, style, summary, target, text, title, type, valign, value, vlink, vspace, width

  init?(name: String) {
    guard let attribute = Self.named[name] else { return nil }
    self = attribute
  }

  private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The name's place in a set of bits.
  var bit: Int { Self.places[self] ?? 63 }

  private static let places = Dictionary(
    uniqueKeysWithValues: zip(allCases, allCases.indices))

  private static let everywhere: Set<AttributeName> = [
    .align, .bgcolor, .class, .dir, .height, .id, .lang, .role, .style, .title, .valign, .width,
    .ariaHidden, .ariaLabel, .ariaLabelledby,
  ]

  /// What a body's tag may have.
  static let ofBody: Set<AttributeName> = [
    .bgcolor, .background, .text, .link, .alink, .vlink, .style, .class, .dir, .lang,
  ]

  /// Whether an element of a mail may have the attribute.
  func isAllowed(on element: HTMLElement) -> Bool {
    if Self.everywhere.contains(self) { return true }
    return switch element {
    case .a: self == .href || self == .name
    case .img: [.src, .alt, .border, .hspace, .vspace].contains(self)
    case .table:
      [.background, .border, .cellpadding, .cellspacing, .summary, .rules, .frame].contains(self)
    case .tr: self == .background
    case .td, .th:
      [.background, .colspan, .rowspan, .nowrap, .headers, .scope, .abbr].contains(self)
    case .col, .colgroup: self == .span
    case .ol: [.start, .type, .reversed].contains(self)
    case .ul: self == .type
    case .li: self == .type || self == .value
    case .font: [.color, .face, .size].contains(self)
    case .hr: [.size, .noshade, .color].contains(self)
    case .br: self == .clear
    default: false
    }
  }

  /// Whether the name of an unknown attribute is that of one that runs code or loads something.
  static func isActive(_ name: String) -> Bool {
    name.utf8.starts(with: "on".utf8) || active.contains(name)
  }

  private static let active: Set<String> = [
    "action", "archive", "attributionsrc", "autofocus", "cite", "classid", "code", "codebase",
    "command", "commandfor", "contenteditable", "data", "dynsrc", "form", "formaction", "is",
    "longdesc", "lowsrc", "manifest", "nonce", "ping", "popover", "popovertarget", "poster",
    "profile", "shadowrootmode", "sizes", "slot", "src", "srcdoc", "srcset", "usemap",
    "xlink:href",
  ]
}
