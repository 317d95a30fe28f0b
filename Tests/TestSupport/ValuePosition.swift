/// A small template with `$<X>` in one kind of place, and what is known of the values there.
public struct ValuePosition: Sendable, CustomStringConvertible {
  /// What the values of a place may be.
  public enum Taking: Sendable {
    /// Every text, which reads back as it is.
    case text
    /// Every text, which reads back percent-decoded.
    case encoded
    /// Every text that the filters take.
    case filtered
    /// What fits a grammar, and reads back as it is.
    case words
    /// Whole addresses that the policy allows.
    case addresses
  }

  /// The body; `$<Y>` stands for another text.
  public let template: String
  /// What the values may be.
  public let taking: Taking
  /// Harmless values that fit; the first stands nowhere else in the template.
  public let fitting: [String]

  init(_ template: String, _ taking: Taking = .text, _ fitting: String...) {
    self.template = template
    self.taking = taking
    self.fitting = fitting.isEmpty ? ["harmless"] : fitting
  }

  /// How the template tells itself apart.
  public var description: String { template }
}
