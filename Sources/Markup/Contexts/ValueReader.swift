/// Reads a quoted attribute value by the grammar that its attribute has.
struct ValueReader {
  /// Attributes that hold an address; `data` counts on `object` alone.
  private static let addresses: Set<String> = [
    "href", "src", "action", "background", "cite", "longdesc", "poster", "formaction", "dynsrc",
    "lowsrc", "codebase", "manifest", "ping", "icon", "profile",
  ]

  private let element: String
  private let attribute: String
  private var url: URLPartReader?
  private var css: CSSPositionReader?

  /// Begins with the value of an attribute of an element, both in lower case.
  init(attribute: String, element: String) {
    self.attribute = attribute
    self.element = element
    if attribute == "style" {
      css = CSSPositionReader(isAttribute: true)
    } else if Self.isAddress(attribute, element) {
      url = URLPartReader()
    }
  }

  /// Whether an attribute holds an address; prefixes as in `xlink:href` and `o:href` do not matter.
  private static func isAddress(_ attribute: String, _ element: String) -> Bool {
    let local = attribute.utf8.lastIndex(of: UInt8(ascii: ":")).map {
      String(attribute[attribute.index(after: $0)...])
    }
    return addresses.contains(local ?? attribute) || element == "object" && attribute == "data"
  }

  /// The context of a placeholder under the cursor, given the byte that follows it.
  func context(before next: UInt8?) -> PlaceholderContext {
    if let css { return .css(.attribute(element: element), css.position(before: next)) }
    if let url { return .url(element: element, attribute: attribute, part: url.part) }
    return .attribute(element: element, name: attribute)
  }

  /// Reads over a character, given without its character reference.
  mutating func read(_ byte: UInt8) {
    url?.read(byte)
    css?.read(byte)
  }

  /// Reads over a placeholder.
  mutating func skipPlaceholder() {
    url?.skipPlaceholder()
    css?.skipPlaceholder()
  }
}
