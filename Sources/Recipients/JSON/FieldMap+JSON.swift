import JSONSyntax

extension FieldMap {
  /// Puts what was asked for from one person's object into the row begun last.
  ///
  /// - Parameters:
  ///   - rows: the block whose last row it is.
  ///   - value: the object.
  ///   - keysAreParameters: whether keys beside `parameters` are parameters as well, as in lists; in
  ///     a complete request they are fields of the recipient and nothing else.
  mutating func fill(_ rows: inout RowBlockBuilder, from value: JSONValue, keysAreParameters: Bool)
  {
    guard case .object(let members) = value.kind else {
      rows.note(.notAnObject)
      return
    }
    var seen: Set<[UInt8]> = []
    var claims: [Role: [(claim: Claim, text: [UInt8])]] = [:]
    // First what is a parameter by its place: it wins over a field of the same name.
    for member in members where member.key.text == "parameters" {
      guard case .object(let parameters) = member.value.kind else { continue }
      var seen: Set<[UInt8]> = []
      for parameter in parameters {
        let key = parameter.key.text
        if !seen.insert(parameter.key.bytes).inserted { rows.note(.duplicateKey(key: key)) }
        guard let text = text(of: parameter.value, key: key, &rows) else { continue }
        for index in targets(of: key).parameters { rows.set(Role.count + index, rows.add(text)) }
      }
    }
    for member in members {
      let key = member.key.text
      guard seen.insert(member.key.bytes).inserted else {
        rows.note(.duplicateKey(key: key))
        continue
      }
      if key == "parameters", case .object = member.value.kind { continue }
      if let text = text(of: member.value, key: key, &rows) {
        let targets = targets(of: key)
        if keysAreParameters {
          for index in targets.parameters { rows.set(Role.count + index, rows.add(text)) }
        }
        guard let role = targets.role else { continue }
        let isPlain = targets.parameters.isEmpty || !keysAreParameters
        claims[role, default: []].append((claim(of: key, to: role, isPlain: isPlain), text))
      }
    }
    for role in Role.allCases {
      guard let claims = claims[role] else { continue }
      guard let holder = Self.settle(role, claims.map(\.claim)) else {
        rows.note(.ambiguousKeys(role: role.fieldName, keys: claims.map(\.claim.header)))
        continue
      }
      rows.set(role.rawValue, rows.add(claims[holder].text))
    }
  }

  /// A value as text; nil for null, and for what is no text.
  private mutating func text(
    of value: JSONValue, key: String, _ rows: inout RowBlockBuilder
  ) -> [UInt8]? {
    if let text = value.scalarText { return text }
    if value.kind != .null, !targets(of: key).isEmpty { rows.note(.nestedValue(key: key)) }
    return nil
  }
}
