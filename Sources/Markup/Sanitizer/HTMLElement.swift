/// An element that can be kept; nothing else is ever printed.
enum HTMLElement: UInt8, CaseIterable {
  case a, abbr, address, article, b, bdo, big, blockquote, br, caption, center, cite, code, col
  case colgroup, dd, del, dfn, div, dl, dt, em, figcaption, figure, font, footer
  case h1, h2, h3, h4, h5, h6, header, hr, i, img, ins, kbd, li, main, mark, nav, ol, p, pre, q, s
  case samp, section, small, span, strike, strong, sub, sup, table, tbody, td, tfoot, th, thead, tr
  case tt, u, ul, `var`, wbr

  private static let names = allCases.map { Array(String(describing: $0).utf8) }

  /// The name's bytes.
  var name: [UInt8] { Self.names[Int(rawValue)] }
}

/// A set of elements.
struct HTMLElementSet: ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(arrayLiteral elements: HTMLElement...) {
    for element in elements {
      if element.rawValue < 64 {
        low |= 1 << UInt64(element.rawValue)
      } else {
        high |= 1 << UInt64(element.rawValue &- 64)
      }
    }
  }

  func contains(_ element: HTMLElement) -> Bool {
    element.rawValue < 64
      ? low & 1 << UInt64(element.rawValue) != 0
      : high & 1 << UInt64(element.rawValue &- 64) != 0
  }
}
