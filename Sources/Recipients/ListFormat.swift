/// One way to write a list; a list's own bytes decide which it is, never its file's extension.
///
/// A new format is one new file and one line in `all`.
public struct ListFormat: Sendable {
  /// What reports call it.
  public let name: String
  /// Whether a list is of this format, judged by what stands at its start.
  let recognizes: @Sendable (inout RecordWindow) throws(ListError) -> Bool
  /// Begins to read a list whose byte order mark is gone.
  let open: @Sendable (RecordWindow, WantedFields) throws(ListError) -> any RecordReader

  /// Every format; the first that recognizes a list reads it.
  public static let all: [ListFormat] = [.jsonArray, .ndjson, .request, .csv]

  /// The format of a list, its byte order mark already gone.
  ///
  /// - Throws: `ListError.foreign` for web pages.
  static func detect(_ window: inout RecordWindow) throws(ListError) -> ListFormat {
    try window.prepare(4096)
    if window.firstMark == UInt8(ascii: "<") { throw ListError.foreign(.webPage) }
    for format in all where try format.recognizes(&window) { return format }
    return .csv
  }
}

/// Reads the records of one list.
protocol RecordReader {
  /// Where the columns go.
  var map: FieldMap { get }
  /// What sets cells apart, where something does.
  var separator: CSVSeparator? { get }
  /// The names of all columns as they are written, where the list has a header.
  var header: [String]? { get }

  /// The next rows, or nil after the last.
  mutating func next() throws(ListError) -> PendingRows?
}

extension RecordReader {
  var separator: CSVSeparator? { nil }
  var header: [String]? { nil }
}
