extension HTMLElement {
  /// What a parameter may hold that is declared as rich text.
  static let strict: HTMLElementSet = [
    .a, .b, .br, .em, .i, .li, .ol, .p, .s, .span, .strong, .sub, .sup, .u, .ul,
  ]

  // MARK: Structure, by the HTML Standard (§13.2.4.2 and §13.2.6.4.7)

  /// Elements without contents and end tag.
  static let void: HTMLElementSet = [.br, .col, .hr, .img, .wbr]

  /// Elements whose end tags may be absent, which do not count for the depth.
  static let endsByItself: HTMLElementSet = [
    .p, .li, .dt, .dd, .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup,
  ]

  /// Elements that cannot stand in a paragraph and end it.
  static let endsParagraph: HTMLElementSet = [
    .address, .article, .blockquote, .center, .dd, .div, .dl, .dt, .figcaption, .figure, .footer,
    .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .li, .main, .nav, .ol, .p, .pre, .section, .table,
    .ul,
  ]

  /// Elements that no end tag of another, inner kind of element reaches over.
  static let special: HTMLElementSet = [
    .address, .article, .blockquote, .caption, .center, .colgroup, .dd, .div, .dl, .dt,
    .figcaption, .figure, .footer, .h1, .h2, .h3, .h4, .h5, .h6, .header, .li, .main, .nav, .ol,
    .p, .pre, .section, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
  ]

  static let headings: HTMLElementSet = [.h1, .h2, .h3, .h4, .h5, .h6]

  /// Elements inside which everything begins anew.
  static let scopes: HTMLElementSet = [.table, .td, .th, .caption]

  /// Parts of tables and tables, which take no text.
  static let tableStructure: HTMLElementSet = [.table, .colgroup, .tbody, .thead, .tfoot, .tr]

  /// Elements that stand in a table alone.
  static let tableParts: HTMLElementSet = [
    .caption, .col, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th,
  ]

  static let rowGroups: HTMLElementSet = [.tbody, .thead, .tfoot]
  static let cells: HTMLElementSet = [.td, .th]

  /// Where a part of a table has to stand; nil for an element that may stand anywhere.
  var parents: HTMLElementSet? {
    switch self {
    case .caption, .colgroup, .tbody, .thead, .tfoot: [.table]
    case .col: [.colgroup]
    case .tr: Self.rowGroups
    case .td, .th: [.tr]
    default: nil
    }
  }
}
