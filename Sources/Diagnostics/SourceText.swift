public import JSONSyntax

/// A text that people wrote, wherever it lies: a whole file, or one decoded string of a JSON file.
///
/// Ranges count bytes of the *decoded* text; `location(of:)` leads back to the file.
public struct SourceText: Sendable {
  /// The file that holds the text.
  public let file: SourceFile
  /// The text itself, UTF-8.
  public let bytes: [UInt8]
  private let map: JSONOffsetMap
  private let lines: LineIndex

  /// Takes a whole file as the text, without its byte order mark.
  public init(_ file: SourceFile) {
    self.file = file
    let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes
    map = hasMark ? .constant(3) : .identity
    lines = hasMark ? LineIndex(bytes) : file.lines
  }

  /// Takes one string of a JSON file as the text.
  public init(_ string: JSONString, in file: SourceFile) {
    self.file = file
    bytes = string.bytes
    map = string.offsetMap(source: file.bytes)
    lines = LineIndex(string.bytes)
  }

  /// The text between two offsets, with broken UTF-8 repaired.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Where a range of the text lies in its file, with an excerpt for reports.
  public func location(of range: Range<Int>) -> Location {
    let source = map.sourceRange(range)
    let start = file.position(at: source.lowerBound)
    let end = file.position(at: source.upperBound)
    let span = SourceSpan(
      offset: source.lowerBound, length: source.count, start: start, end: end)
    return Location(file: file.path, span: span, excerpt: excerpt(of: range))
  }

  /// At most 100 code points around the range, from the line where it starts.
  private func excerpt(of range: Range<Int>) -> Excerpt {
    let line = lines.line(at: range.lowerBound)
    let lineStart = lines.start(ofLine: line)
    let lineEnd = line < lines.count ? lines.start(ofLine: line + 1) : bytes.count
    let from = max(lineStart, boundary(range.lowerBound - 60))
    let to = max(from, min(lineEnd, boundary(range.lowerBound + 120)))
    let marked = min(to, max(range.upperBound, range.lowerBound))
    func text(_ range: Range<Int>) -> String {
      VisibleText.escaping(string(range).filter { !$0.isNewline })
    }
    let lower = min(max(from, range.lowerBound), to)
    return Excerpt(
      before: (from > lineStart ? "…" : "") + text(from..<lower),
      marked: text(lower..<max(lower, marked)),
      after: text(max(lower, marked)..<to) + (to < lineEnd - 1 ? "…" : ""))
  }

  /// The nearest start of a code point at or before an offset.
  private func boundary(_ offset: Int) -> Int {
    var offset = max(0, min(offset, bytes.count))
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
