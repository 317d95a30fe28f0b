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
  /// Whether the text is a string of a JSON file.
  private let isInJSON: Bool
  private let lines: LineIndex

  /// Takes a whole file as the text, without its byte order mark.
  public init(_ file: SourceFile) {
    self.file = file
    let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    isInJSON = false
    bytes = hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes
    map = hasMark ? .constant(3) : .identity
    lines = hasMark ? LineIndex(bytes) : file.lines
  }

  /// Takes one string of a JSON file as the text.
  public init(_ string: JSONString, in file: SourceFile) {
    self.file = file
    isInJSON = true
    bytes = string.bytes
    map = string.offsetMap(source: file.bytes)
    lines = LineIndex(string.bytes)
  }

  /// The text between two offsets, with broken UTF-8 repaired.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// An edit of a range of the text, as an edit of its file.
  public func fix(
    _ range: Range<Int>, _ title: Message, _ safety: Fix.Safety, _ replacement: String
  ) -> Fix {
    Fix(
      title: title, safety: safety, span: file.span(of: map.sourceRange(range)),
      replacement: isInJSON ? Self.escapedForJSON(replacement) : replacement)
  }

  private static func escapedForJSON(_ text: String) -> String {
    var quoted: [UInt8] = []
    JSONWriter.appendQuoted(Array(text.utf8), to: &quoted)
    return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Where a range of the text lies in its file, with an excerpt for reports.
  public func location(of range: Range<Int>) -> Location {
    file.location(
      of: map.sourceRange(range), excerpt: Excerpt(around: range, of: bytes, lines: lines))
  }
}
