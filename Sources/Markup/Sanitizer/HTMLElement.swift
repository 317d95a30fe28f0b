/// An element that can be kept; nothing else is ever printed.
enum HTMLElement: UInt8, CaseIterable {
  case a, abbr, address, article, b, bdo, big, blockquote, br, caption, center, cite, code, col
  case colgroup, dd, del, dfn, div, dl, dt, em, figcaption, figure, font, footer
  case h1, h2, h3, h4, h5, h6, header, hr, i, img, ins, kbd, li, main, mark, nav, ol, p, pre, q, s
  case samp, section, small, span, strike, strong, sub, sup, table, tbody, td, tfoot, th, thead, tr
  case tt, u, ul, `var`, wbr

  private static let startTags = allCases.map { Array("<\($0)".utf8) }
  private static let endTags = allCases.map { Array("</\($0)>".utf8) }

  /// `<` and the name.
  var startTag: [UInt8] { Self.startTags[Int(rawValue)] }
  /// The end tag.
  var endTag: [UInt8] { Self.endTags[Int(rawValue)] }
}
