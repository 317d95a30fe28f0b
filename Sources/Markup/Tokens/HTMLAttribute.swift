/// An attribute as it is written in a tag.
public struct HTMLAttribute: Sendable, Hashable {
  /// The marks around a value.
  public enum Quote: Sendable, Hashable {
    /// No marks, or no value at all.
    case none
    /// `'`.
    case single
    /// `"`.
    case double
  }

  /// The name, ASCII-lower-cased.
  public let name: MarkupName
  /// Where the name stands.
  public let nameRange: Range<Int>
  /// Where the value stands, without its quotes; nil without `=`.
  public let valueRange: Range<Int>?
  /// The marks around the value.
  public let quote: Quote

  /// From the name to the end of the value, closing quote included.
  public var range: Range<Int> {
    guard let valueRange else { return nameRange }
    return nameRange.lowerBound..<valueRange.upperBound &+ (quote == .none ? 0 : 1)
  }
}
