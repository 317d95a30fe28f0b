/// The part of an address that a placeholder stands in, judged by the literal text before it.
public enum URLPart: String, Sendable, Hashable {
  /// The placeholder comes first: its value is the address or its beginning.
  case start
  /// In the scheme, or where it depends on values which part this is.
  case scheme
  /// Behind a scheme that takes no values, such as `javascript:`.
  case foreign
  /// In the host, port or user.
  case host
  /// In the path.
  case path
  /// Behind a scheme without slashes: in a `mailto:` address or a `tel:` number.
  case opaque
  /// Behind `?`.
  case query
  /// Behind `#`.
  case fragment
}
