/// How much the sanitizer takes; what is over a limit is left out and reported, never cut.
enum SanitizerLimits {
  /// Bytes of a text; a longer one gives nothing at all.
  static let bytes = 8 << 20
  /// Placeholders of a text, which is how many characters Unicode's plane 15 has for them.
  static let atoms = 0xFFFE
  /// Open elements, not counting those whose end tags may be absent: deeper tags vanish, text stays.
  static let depth = 200
  /// Open elements of all kinds.
  static let wholeDepth = 1000
  /// Attributes of a tag; of those beyond, the first alone is told.
  static let attributes = 256
  /// Bytes of an attribute's value.
  static let value = 8 << 10
  /// Bytes of an image that stands in an address itself.
  static let inlineImage = 2 << 20
  /// Bytes of a `style` attribute.
  static let declarations = 32 << 10
  /// Bytes of a style sheet.
  static let styleSheet = 256 << 10
  /// Removals that are told one by one.
  static let removals = 10_000
  /// Bytes of a name in a removal.
  static let removalName = 64
}
