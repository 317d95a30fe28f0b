import Diagnostics

/// A domain that no mail from outside reaches (RFC 2606, RFC 6761, RFC 7686).
public enum UnreachableDomain: Sendable, Hashable {
  /// One label alone.
  case withoutDot
  /// A number in brackets.
  case literal
  /// `.invalid` or `.localhost`, which no resolver finds.
  case never(String)
  /// A name kept for tests, local networks or hidden services.
  case special(String)
  /// A name kept for documentation.
  case documentation(String)

  private static let documentation: Set<String> = [
    "example.com", "example.net", "example.org", "example",
  ]

  /// Recognizes a domain in lower case.
  init?(_ domain: String) {
    let labels = domain.split(separator: ".")
    guard let top = labels.last else { return nil }
    switch top {
    case "invalid", "localhost": self = .never(domain)
    case "test", "local", "onion", "localdomain", "internal": self = .special(domain)
    default:
      let name = labels.suffix(2).joined(separator: ".")
      guard Self.documentation.contains(name) || Self.documentation.contains(String(top)) else {
        return nil
      }
      self = .documentation(domain)
    }
  }

  /// How much it matters.
  var severity: Severity {
    switch self {
    case .withoutDot, .literal, .never: .error
    case .special, .documentation: .warning
    }
  }

  /// What sets findings apart.
  var name: String {
    switch self {
    case .withoutDot: "dot"
    case .literal: "literal"
    case .never: "never"
    case .special: "special"
    case .documentation: Self.documentationName
    }
  }

  /// The name of the kind that is said of some rows of a list only.
  static let documentationName = "documentation"
}
