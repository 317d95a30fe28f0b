/// What a reader is to bring from a list; it drops everything else.
public struct WantedFields: Sendable {
  /// The parameters a template uses.
  public let parameters: [String]
  /// Headers chosen by hand, which the list must have: field or parameter → header.
  public let headers: [String: String]
  /// Headers that the project knows, which the list may have: field or parameter → header.
  public let knownHeaders: [String: String]
  /// The header's record number, where it was told: what stands above it is a title.
  public let headerRow: Int?

  /// The recipient's own fields, as options and settings call them.
  public static let fields: [String] = Role.allCases.map(\.fieldName)

  /// Names the parameters, the headers that differ from them, and where the header stands.
  public init(
    parameters: [String], headers: [String: String] = [:], knownHeaders: [String: String] = [:],
    headerRow: Int? = nil
  ) {
    self.headerRow = headerRow
    self.parameters = parameters
    self.headers = headers
    self.knownHeaders = knownHeaders
  }

  /// The keys or headers that name one of `fields`, as they are spelled without capitals and blanks;
  /// what the project knows comes first.
  public func spellings(ofField field: String) -> [String] {
    guard let role = Role.allCases.first(where: { $0.fieldName == field }) else { return [] }
    return (knownHeaders[field].map { [$0] } ?? []) + HeaderAliases.spellings(of: role)
  }
}
