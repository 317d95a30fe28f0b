/// Something that sanitizing left out, and why.
public struct Removal: Sendable, Hashable {
  /// What was left out.
  public enum Kind: String, Sendable, CaseIterable {
    /// An element's tags; its text stays unless the reason says otherwise.
    case element
    /// An attribute.
    case attribute
    /// An address in an attribute or in CSS, with what held it.
    case address
    /// A declaration in CSS.
    case declaration
    /// A rule or a selector of a style sheet.
    case rule
  }

  /// Why it was left out.
  public enum Reason: String, Sendable, CaseIterable {
    /// It is in no list of what is allowed.
    case unknown
    /// It runs code, loads things or takes input.
    case active
    /// Its value has not the form that is allowed there.
    case value
    /// Its address leads where none may lead, or an image is not to be loaded.
    case blocked
    /// It depends on the recipient where only fixed text may stand.
    case placeholder
    /// It stands where it would change what is around it.
    case misplaced
    /// A limit was reached.
    case limit
  }

  /// What was left out.
  public let kind: Kind
  /// Its name in lower case: of the element, the attribute, the property, the rule.
  public let name: String
  /// Why.
  public let reason: Reason
  /// Where it began, as an offset of the text that was sanitized.
  public let offset: Int

  /// Describes one removal.
  public init(_ kind: Kind, _ name: String, _ reason: Reason, at offset: Int) {
    self.kind = kind
    self.name = name
    self.reason = reason
    self.offset = offset
  }
}
