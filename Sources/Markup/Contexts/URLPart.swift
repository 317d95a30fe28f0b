/// The part of an address that a placeholder stands in, judged by the literal text before it.
public enum URLPart: Sendable, Hashable {
  /// The placeholder comes first: its value is the address or its beginning.
  case start
  /// In the scheme, or where it depends on values which part this is.
  case scheme
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
