/// One file of the user, read whole: its name as reports show it, its bytes and its lines.
public struct SourceFile: Sendable {
  /// The path as it was given or found, never made absolute.
  public let path: String
  /// The bytes on disk.
  public let bytes: [UInt8]
  /// Where the lines begin.
  public let lines: LineIndex

  /// Indexes a file's bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// Line and column of a byte offset.
  public func position(at offset: Int) -> Position { lines.position(at: offset, in: bytes) }

  /// The place of a range of bytes, without an excerpt: the file may hold recipients' data.
  public func location(of range: Range<Int>, excerpt: Excerpt? = nil) -> Location {
    Location(file: path, span: span(of: range), excerpt: excerpt)
  }

  /// A range of bytes with its lines and columns.
  func span(of range: Range<Int>) -> SourceSpan {
    SourceSpan(
      offset: range.lowerBound, length: range.count, start: position(at: range.lowerBound),
      end: position(at: range.upperBound))
  }
}
