/// Sets the names of a text apart from those of the page that it is put into.
///
/// A name that has the prefix already keeps it alone, so that sanitizing again changes nothing.
enum NamePrefix {
  private static let bytes = Array("u-".utf8)

  /// A name with its prefix.
  static func prefixed(_ name: some Collection<UInt8>) -> [UInt8] {
    name.starts(with: bytes) ? Array(name) : bytes + name
  }

  /// Names with spaces between them, each with its prefix.
  static func prefixed(names: [UInt8]) -> [UInt8] {
    Array(names.split(separator: 0x20).map { prefixed($0) }.joined(separator: [0x20]))
  }

  /// An address, with the prefix in it if it leads to a name of this text.
  static func prefixed(address: [UInt8]) -> [UInt8] {
    guard address.first == UInt8(ascii: "#"), address.count > 1 else { return address }
    return [UInt8(ascii: "#")] + prefixed(address.dropFirst())
  }

  /// What an attribute's selector compares with, if the attribute holds names or addresses.
  static func prefixed(_ value: [UInt8], of attribute: [UInt8]) -> [UInt8] {
    switch MarkupName(attribute[...]) {
    case "id", "name", "headers", "aria-labelledby": prefixed(value)
    case "href": prefixed(address: value)
    default: value
    }
  }
}

extension AttributeName {
  /// Attributes that name a place of the text, or refer to one; classes belong to style sheets.
  static let ofNames: AttributeSet = [.id, .name, .headers, .ariaLabelledby]
}
