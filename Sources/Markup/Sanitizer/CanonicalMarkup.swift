/// A text after the policy: what may be printed, and its brackets for libxml2 to balance.
///
/// libxml2 gets none of the text, no attribute and no name it has rules for: each tag is called
/// after its element's number, and each thing between tags is a letter. So nothing of the text can
/// confuse it, whatever its version, and what it answers can be checked item by item.
struct CanonicalMarkup {
  /// A kept attribute; its value stands in `content`.
  struct Attribute {
    let name: AttributeName
    let value: Range<Int>
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

  private(set) var items: [Item] = []
  private(set) var brackets = Array("<div>".utf8)
  var attributes: [Attribute] = []
  /// Decoded text and values, one behind the other.
  var content: [UInt8] = []

  private static let names = HTMLElement.allCases.map { Array("e\($0.rawValue)".utf8) }

  /// Adds a start tag and tells its place in `items`.
  mutating func start(_ element: HTMLElement, _ attributes: Range<Int>) -> Int {
    items.append(.start(element, attributes))
    brackets.append(UInt8(ascii: "<"))
    brackets += Self.names[Int(element.rawValue)]
    brackets.append(UInt8(ascii: ">"))
    return items.count &- 1
  }

  /// Adds an end tag; elements that are open in its element end as well.
  mutating func end(_ element: HTMLElement) {
    brackets += [UInt8(ascii: "<"), UInt8(ascii: "/")]
    brackets += Self.names[Int(element.rawValue)]
    brackets.append(UInt8(ascii: ">"))
  }

  /// Adds an element without contents, or a text.
  mutating func leaf(_ item: Item) {
    items.append(item)
    brackets.append(UInt8(ascii: "x"))
  }

  /// Takes back a start tag.
  mutating func unwrap(_ item: Int) {
    if case .start(let element, _) = items[item] { items[item] = .unwrapped(element) }
  }
}
