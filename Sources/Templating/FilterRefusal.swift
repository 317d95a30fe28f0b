public import Diagnostics

/// A value that a filter cannot take.
public struct FilterRefusal: Error, Sendable, Hashable {
  /// The filter's name.
  public let filter: String
  /// Which values it takes.
  public let accepts: Message
}
