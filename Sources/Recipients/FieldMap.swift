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
    where (wanted.headers[name] ?? name) == trimmed {
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

  private func role(of header: String) -> Role? {
    for role in Role.allCases {
      if let named = wanted.headers[role.fieldName] {
        if named == header { return role }
      } else if HeaderAliases.role(of: header) == role {
        return role
      }
    }
    return nil
  }
}

extension Role {
  /// The word that options use for the field.
  var fieldName: String {
    switch self {
    case .address: "address"
    case .name: "name"
    case .type: "type"
    }
  }
}

/// What a reader is to bring from a list; it drops everything else.
public struct WantedFields: Sendable {
  /// The parameters a template uses.
  public let parameters: [String]
  /// Headers chosen by hand: field or parameter → header.
  public let headers: [String: String]

  /// Names the parameters and the headers chosen by hand.
  public init(parameters: [String], headers: [String: String] = [:]) {
    self.parameters = parameters
    self.headers = headers
  }
}
