/// A text after the policy: what may be printed, and its shape for libxml2 to balance.
///
/// libxml2 gets none of the text, no attribute and no name it has rules for, but the shape alone:
/// which element begins or ends, and where something stands between tags. So nothing of the text can
/// confuse it, whatever its version, and what it answers can be checked item by item.
struct CanonicalMarkup {
  /// A kept attribute; its value stands in `content`.
  struct Attribute {
    let name: AttributeName
    private let start: UInt32
    private let end: UInt32

    init(name: AttributeName, value: Range<Int>) {
      self.name = name
      start = UInt32(truncatingIfNeeded: value.lowerBound)
      end = UInt32(truncatingIfNeeded: value.upperBound)
    }

    var value: Range<Int> { Int(start)..<Int(end) }
  }

  /// One thing to print.
  enum Item {
    /// A start tag, with its attributes' places in `attributes`.
    case start(HTMLElement, Range<Int>)
    /// An element without contents.
    case void(HTMLElement, Range<Int>)
    /// A text's place in `content`.
    case text(Range<Int>)
    /// A start tag that turned out to be misplaced; its contents stay.
    case unwrapped(HTMLElement)
  }

  private var packed: [PackedItem] = []
  private(set) var shape: [MarkupShape] = []
  var attributes: [Attribute] = []
  /// Decoded text and values, one behind the other.
  var content: [UInt8] = []

  /// Makes room for what a text can hold; growing a long list costs a copy of it.
  mutating func reserve(for text: [UInt8]) {
    let tags = text.count { $0 == UInt8(ascii: "<") }
    packed.reserveCapacity(2 &* tags &+ 1)
    shape.reserveCapacity(3 &* tags &+ 1)
    content.reserveCapacity(text.count)
  }

  /// How many items there are.
  var count: Int { packed.count }

  subscript(place: Int) -> Item { packed[place].item }

  /// Adds a start tag and tells its place among the items.
  mutating func start(_ element: HTMLElement, _ attributes: Range<Int>) -> Int {
    packed.append(PackedItem(element, attributes))
    shape.append(.start(element))
    return packed.count &- 1
  }

  /// Adds an end tag; elements that are open in its element end as well.
  mutating func end(_ element: HTMLElement) { shape.append(.end(element)) }

  /// Adds an element without contents.
  mutating func void(_ element: HTMLElement, _ attributes: Range<Int>) {
    packed.append(PackedItem(element, attributes))
    shape.append(.leaf)
  }

  /// Adds a text.
  mutating func text(_ range: Range<Int>) {
    packed.append(PackedItem(text: range))
    shape.append(.leaf)
  }

  /// Takes back a start tag.
  mutating func unwrap(_ place: Int) { packed[place].unwrap() }
}

/// An item in eight bytes: texts have many, of which each takes room.
private struct PackedItem {
  private static let text: UInt64 = 0x7F
  private static let unwrapped: UInt64 = 0x80

  // From the top: 8 bits of what it is, 28 of where it begins, 28 of its length.
  private var bits: UInt64

  init(_ element: HTMLElement, _ attributes: Range<Int>) {
    bits = Self.bits(UInt64(element.rawValue), attributes)
  }

  init(text range: Range<Int>) { bits = Self.bits(Self.text, range) }

  private static func bits(_ code: UInt64, _ range: Range<Int>) -> UInt64 {
    code &<< 56 | UInt64(range.lowerBound) &<< 28 | UInt64(range.count)
  }

  mutating func unwrap() { bits |= Self.unwrapped &<< 56 }

  var item: CanonicalMarkup.Item {
    let start = Int(bits &>> 28 & 0xFFF_FFFF)
    let range = start..<start &+ Int(bits & 0xFFF_FFFF)
    let code = bits &>> 56
    guard let element = HTMLElement(rawValue: UInt8(code & ~Self.unwrapped)) else {
      return .text(range)
    }
    if code & Self.unwrapped != 0 { return .unwrapped(element) }
    return HTMLElement.void.contains(element) ? .void(element, range) : .start(element, range)
  }
}
