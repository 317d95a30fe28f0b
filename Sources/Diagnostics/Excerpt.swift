/// One line of text around a range, cut to what fits a terminal and safe to print.
public struct Excerpt: Sendable, Hashable {
  /// The text before the range.
  public let before: String
  /// The text of the range, as far as it lies on the line.
  public let marked: String
  /// The text after the range.
  public let after: String

  /// Cuts a text around a range: at most 60 bytes before and 120 behind, from the line it starts in.
  public init(around range: Range<Int>, of bytes: [UInt8], lines: LineIndex) {
    /// The nearest start of a code point at or before an offset.
    func boundary(_ offset: Int) -> Int {
      var offset = max(0, min(offset, bytes.count))
      while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    }
    func text(_ range: Range<Int>) -> String {
      VisibleText.escaping(
        String(decoding: bytes[range], as: UTF8.self).filter { !$0.isNewline })
    }
    let line = lines.line(at: range.lowerBound)
    let lineStart = lines.start(ofLine: line)
    let lineEnd = line < lines.count ? lines.start(ofLine: line + 1) : bytes.count
    let from = max(lineStart, boundary(range.lowerBound - 60))
    let to = max(from, min(lineEnd, boundary(range.lowerBound + 120)))
    let lower = min(max(from, range.lowerBound), to)
    let upper = max(lower, min(to, range.upperBound))
    before = (from > lineStart ? "…" : "") + text(from..<lower)
    marked = text(lower..<upper)
    after = text(upper..<to) + (to < lineEnd - 1 ? "…" : "")
  }
}
