import JSONSyntax

extension JSONValue {
  /// The value without white space, its keys in their order: how requests are written.
  var compact: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.bytes
  }

  private func write(to json: inout JSONWriter) {
    switch kind {
    case .null: json.null()
    case .bool(let flag): json.bool(flag)
    case .number(let literal): json.raw(literal)
    case .string(let text): json.string(bytes: text.bytes)
    case .array(let items):
      json.beginArray()
      for item in items { item.write(to: &json) }
      json.endArray()
    case .object(let members):
      json.beginObject()
      for member in members {
        json.key(member.key.text)
        member.value.write(to: &json)
      }
      json.endObject()
    }
  }

  /// The address of a person of a request.
  var address: [UInt8]? { self["address"]?.scalarText }

  /// Where a person's value of a name begins.
  func place(ofValue name: String) -> Int? { self["parameters"]?[name]?.range.lowerBound }

  private subscript(name: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key.text == name }?.value
  }
}
