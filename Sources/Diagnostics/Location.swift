/// Where a finding is: a file, and mostly a range in it.
public struct Location: Sendable, Hashable {
  /// The file's path as reports show it.
  public let file: String
  /// The range, where there is one.
  public let span: SourceSpan?
  /// The text around the range; never shown for lists, which hold personal data.
  public let excerpt: Excerpt?

  /// Names a place in a file.
  public init(file: String, span: SourceSpan? = nil, excerpt: Excerpt? = nil) {
    self.file = file
    self.span = span
    self.excerpt = excerpt
  }

  /// `file:line:column`, or the file alone.
  public var description: String {
    guard let span else { return file }
    return "\(file):\(span.start.line):\(span.start.column)"
  }
}

/// A resolved range: UTF-8 bytes for programs, lines and columns for people.
public struct SourceSpan: Sendable, Hashable {
  /// Bytes before the range.
  public let offset: Int
  /// Bytes in the range.
  public let length: Int
  /// Where the range begins.
  public let start: Position
  /// Where the range ends, just behind its last code point.
  public let end: Position

  /// Names a range.
  public init(offset: Int, length: Int, start: Position, end: Position) {
    self.offset = offset
    self.length = length
    self.start = start
    self.end = end
  }
}
