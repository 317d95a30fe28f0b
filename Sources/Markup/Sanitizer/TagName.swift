/// Elements' names for libxml2.
///
/// It knows most of them, since it makes a message of each that it does not know, which takes as long
/// as all the rest; but none of them has rules about another. So frequent elements whose own names have
/// rules borrow the name of a long one, and long ones have names of nobody.
enum TagName {
  private static let names = HTMLElement.allCases.map { element in
    switch element {
    case .a: "dir"
    case .p: "map"
    case .div: "label"
    case .td: "menu"
    case .tr: "button"
    case .table: "strike"
    case .tbody: "strong"
    case .li: "legend"
    case .ul: "address"
    case .th: "object"
    case .dl: "optgroup"
    case .dt: "blockquote"
    case .dd: "acronym"
    case .address: "xa"
    case .article: "xb"
    case .blockquote: "xc"
    case .caption: "xd"
    case .center: "xe"
    case .colgroup: "xf"
    case .figcaption: "xg"
    case .figure: "xh"
    case .footer: "xi"
    case .header: "xj"
    case .main: "xk"
    case .mark: "xl"
    case .nav: "xm"
    case .section: "xn"
    case .strike: "xo"
    case .strong: "xp"
    case .tfoot: "xq"
    case .thead: "xr"
    default: String(describing: element)
    }
  }

  private static let startTags = names.map { Array("<\($0)>".utf8) }
  private static let endTags = names.map { Array("</\($0)>".utf8) }

  static func append(startTagOf element: HTMLElement, to text: inout [UInt8]) {
    text += startTags[Int(element.rawValue)]
  }

  static func append(endTagOf element: HTMLElement, to text: inout [UInt8]) {
    text += endTags[Int(element.rawValue)]
  }

  // MARK: Back

  private static let size = 256
  private static let numbers = names.map { number(of: $0.utf8) }
  /// Elements by their names' numbers, each at its slot or at the next that is free.
  private static let slots: [HTMLElement?] = {
    var slots = [HTMLElement?](repeating: nil, count: size)
    for element in HTMLElement.allCases where !element.isVoid {
      var slot = Self.slot(of: numbers[Int(element.rawValue)])
      while slots[slot] != nil { slot = (slot &+ 1) % size }
      slots[slot] = element
    }
    return slots
  }()

  /// The element of a name of up to ten letters; nil for those that libxml2 adds.
  static func element(_ name: some Sequence<UInt8>) -> HTMLElement? {
    let number = number(of: name)
    var slot = Self.slot(of: number)
    while let element = slots[slot] {
      if numbers[Int(element.rawValue)] == number { return element }
      slot = (slot &+ 1) % size
    }
    return nil
  }

  /// Six bits a character, of ten characters.
  private static func number(of name: some Sequence<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for byte in name { number = number &<< 6 | UInt64(byte & 0x3F) }
    return number
  }

  private static func slot(of number: UInt64) -> Int {
    Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }
}
