extension HTMLElement {
  /// What a parameter may hold that is declared as rich text.
  var isOfRunningText: Bool {
    switch self {
    case .a, .b, .br, .em, .i, .li, .ol, .p, .s, .span, .strong, .sub, .sup, .u, .ul: true
    default: false
    }
  }

  // MARK: Structure, by the HTML Standard (§13.2.4.2 and §13.2.6.4.7)

  /// Elements without contents and end tag.
  var isVoid: Bool {
    switch self {
    case .br, .col, .hr, .img, .wbr: true
    default: false
    }
  }

  /// Elements whose end tags may be absent, which do not count for the depth.
  var endsByItself: Bool {
    switch self {
    case .p, .li, .dt, .dd, .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup: true
    default: false
    }
  }

  /// Elements that cannot stand in a paragraph and end it.
  var endsParagraph: Bool {
    switch self {
    case .address, .article, .blockquote, .center, .dd, .div, .dl, .dt, .figcaption, .figure,
      .footer, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .li, .main, .nav, .ol, .p, .pre,
      .section, .table, .ul:
      true
    default: false
    }
  }

  /// Elements that no end tag of another, inner kind of element reaches over.
  var isSpecial: Bool {
    switch self {
    case .address, .article, .blockquote, .caption, .center, .colgroup, .dd, .div, .dl, .dt,
      .figcaption, .figure, .footer, .h1, .h2, .h3, .h4, .h5, .h6, .header, .li, .main, .nav,
      .ol, .p, .pre, .section, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Elements inside which everything begins anew.
  var isScope: Bool {
    switch self {
    case .table, .td, .th, .caption: true
    default: false
    }
  }

  /// Parts of tables and tables, which take no text.
  var isTableStructure: Bool {
    switch self {
    case .table, .colgroup, .tbody, .thead, .tfoot, .tr: true
    default: false
    }
  }

  /// Elements that stand in a table alone.
  var isTablePart: Bool {
    switch self {
    case .caption, .col, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th: true
    default: false
    }
  }

  var isRowGroup: Bool {
    switch self {
    case .tbody, .thead, .tfoot: true
    default: false
    }
  }

  /// Whether a part of a table may stand directly in an element; others may stand anywhere.
  func fits(in parent: HTMLElement) -> Bool {
    switch self {
    case .caption, .colgroup, .tbody, .thead, .tfoot: parent == .table
    case .col: parent == .colgroup
    case .tr: parent.isRowGroup
    case .td, .th: parent == .tr
    default: true
    }
  }
}
