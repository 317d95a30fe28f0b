/// One value and what a filter makes of it.
public struct FilterExample: Sendable {
  /// The call as written behind `|`.
  public let call: String
  /// The value it is given.
  public let value: String
  /// What comes out; nil where the value is refused.
  public let result: String?

  /// A value that is taken.
  static func gives(_ call: String, _ value: String, _ result: String) -> FilterExample {
    FilterExample(call: call, value: value, result: result)
  }

  /// A value that is refused.
  static func refuses(_ call: String, _ value: String) -> FilterExample {
    FilterExample(call: call, value: value, result: nil)
  }
}
