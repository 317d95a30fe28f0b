/// A text that nobody may see: whatever prints it, mirrors included, shows a stand-in.
public struct Secret: Sendable {
  /// The text, which signing alone needs.
  let bytes: [UInt8]

  /// Keeps a text secret.
  public init(_ text: String) { bytes = Array(text.utf8) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The stand-in.
  public var description: String { "(secret)" }
  /// The stand-in.
  public var debugDescription: String { description }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
