extension JSONWriter {
  /// Adds a value that was read, without its white space.
  ///
  /// - Parameters:
  ///   - value: the value; numbers keep their spelling.
  ///   - sortsKeys: whether objects have their keys in the order of their bytes, not as they are written.
  public mutating func value(_ value: JSONValue, sortsKeys: Bool = false) {
    switch value.kind {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let literal): raw(literal)
    case .string(let text): string(bytes: text.bytes)
    case .array(let items):
      beginArray()
      for item in items { self.value(item, sortsKeys: sortsKeys) }
      endArray()
    case .object(let members):
      beginObject()
      let ordered =
        sortsKeys
        ? members.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) } : members
      for member in ordered {
        key(member.key.text)
        self.value(member.value, sortsKeys: sortsKeys)
      }
      endObject()
    }
  }
}
