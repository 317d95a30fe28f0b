import JSONSyntax

extension JSONValue {
  /// The value without white space, its keys in their order: how requests are written.
  var compact: [UInt8] {
    var json = JSONWriter()
    json.value(self)
    return json.bytes
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
