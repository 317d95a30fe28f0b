import Markup

/// Names of HTML elements (HTML Standard, §4 and the obsolete ones that mail still uses).
enum HTMLNames {
  private static let elements: Set<MarkupName> = Set(
    """
    a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button \
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl \
    dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head \
    header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee \
    menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture pre \
    progress q rp rt ruby s samp script search section select slot small source span strike strong \
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track \
    tt u ul var video wbr
    """.split(separator: " ").map { MarkupName(String($0)) })

  private static let void: Set<MarkupName> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  private static let optionalEnd: Set<MarkupName> = [
    "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot",
    "tr", "td", "th", "colgroup", "caption", "rp", "rt",
  ]

  /// Whether a lower-case name is an element's.
  static func isElement(_ name: MarkupName) -> Bool { elements.contains(name) }

  /// Whether a text is an element's name in lower case.
  static func isElement(_ text: String) -> Bool {
    !text.contains(where: \.isUppercase) && isElement(MarkupName(text))
  }

  /// Whether an element never has an end tag.
  static func isVoid(_ name: MarkupName) -> Bool { void.contains(name) }

  /// Whether an element's end tag may be left out.
  static func mayStayOpen(_ name: MarkupName) -> Bool { optionalEnd.contains(name) }
}
