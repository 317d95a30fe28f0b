/// Which cell of a `Row` the value of a header or key goes to.
struct FieldMap {
  /// The cells of one column: a column may be a field and a parameter at once.
  struct Targets {
    var role: Role?
    var parameters: [Int] = []

    var isEmpty: Bool { role == nil && parameters.isEmpty }
  }

  let wanted: WantedFields
  /// Headers in the order they were met, trimmed.
  private(set) var columns: [String] = []
  private var known: [String: Targets] = [:]

  init(_ wanted: WantedFields) { self.wanted = wanted }

  /// The cells that a header's values go to; remembers the header.
  mutating func targets(of header: String) -> Targets {
    if let found = known[header] { return found }
    let trimmed = Self.trimmed(header)
    columns.append(trimmed)
    var targets = Targets()
    targets.role = role(of: trimmed)
    for (index, name) in wanted.parameters.enumerated()
    where isParameter(name, trimmed) {
      targets.parameters.append(index)
    }
    known[header] = targets
    return targets
  }

  /// A header that names a field of the recipient.
  struct Claim {
    let header: String
    /// Whether the column is no parameter as well.
    let isPlain: Bool
    /// Whether the project's settings name the header for this field.
    let isKnown: Bool
  }

  /// The claim of a header to a field.
  func claim(of header: String, to role: Role, isPlain: Bool) -> Claim {
    Claim(
      header: header, isPlain: isPlain, isKnown: wanted.knownHeaders[role.fieldName] == header)
  }

  private func isParameter(_ name: String, _ header: String) -> Bool {
    if let chosen = wanted.headers[name] { return chosen == header }
    return name == header || wanted.knownHeaders[name] == header
  }

  /// Makes sure that every header chosen by hand was met.
  func checkChosen() throws(ListError) {
    let shown = columns.filter { !$0.isEmpty }
    for name in wanted.headers.keys.sorted() {
      guard let header = wanted.headers[name], !shown.contains(header) else { continue }
      guard WantedFields.fields.contains(name) || wanted.parameters.contains(name) else { continue }
      throw ListError.unknownColumn(name: header, columns: shown)
    }
  }

  /// Which of several claims to one field holds.
  ///
  /// A list may have a field `name` and a parameter `NAME` side by side. Both headers name the
  /// field: the one that has nothing else to do holds, or the one in the field's own spelling where
  /// they differ in nothing but letters' case.
  ///
  /// - Returns: the number of the claim, or nil when several are equally good.
  static func settle(_ role: Role, _ claims: [Claim]) -> Int? {
    if claims.count == 1 { return 0 }
    if claims.count(where: \.isKnown) == 1 { return claims.firstIndex(where: \.isKnown) }
    if claims.count(where: \.isPlain) == 1 { return claims.firstIndex(where: \.isPlain) }
    guard claims.allSatisfy({ $0.header.lowercased() == role.fieldName }) else { return nil }
    return claims.firstIndex { $0.header == role.fieldName }
  }

  /// A header without the white space around it.
  static func trimmed(_ header: String) -> String {
    let start = header.drop(while: \.isWhitespace)
    return String(
      start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }

  /// Whether a header names the address.
  func isAddress(_ header: String) -> Bool { role(of: Self.trimmed(header)) == .address }

  private func role(of header: String) -> Role? {
    for role in Role.allCases {
      if let named = wanted.headers[role.fieldName] {
        if named == header { return role }
      } else if wanted.knownHeaders[role.fieldName] == header {
        return role
      } else if HeaderAliases.role(of: header) == role {
        return role
      }
    }
    return nil
  }
}
