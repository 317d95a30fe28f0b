public import Diagnostics

/// What the reason of a rule rests on: a standard, a law, a page of a mail service or program.
public struct Source: Sendable, Hashable {
  /// What it is called.
  public let title: Message
  /// Where it can be read; nil for what stands on no public page.
  public let address: String?

  /// Names a source.
  init(_ title: Message, _ address: String? = nil) {
    self.title = title
    self.address = address
  }
}
