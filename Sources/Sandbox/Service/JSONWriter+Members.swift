import JSONSyntax

extension JSONWriter {
  /// Writes a member with a text, or null.
  mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a member with a text given as UTF-8.
  mutating func member(_ name: String, bytes: [UInt8]) {
    key(name)
    string(bytes: bytes)
  }

  /// Writes a member with a whole number.
  mutating func member(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  /// Writes a member with true or false.
  mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    bool(flag)
  }
}

extension JSONValue {
  /// The value of an object's key; null counts as none.
  func member(_ name: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    let value = members.last { $0.key.bytes.elementsEqual(name.utf8) }?.value
    if case .null = value?.kind { return nil }
    return value
  }
}
