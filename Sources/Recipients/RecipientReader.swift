import Diagnostics
public import JSONSyntax

/// Reads a list row by row, whatever its format, keeping one chunk of it in memory.
///
/// A complete request is the exception: it is one JSON object and is loaded whole.
public struct RecipientReader {
  /// What the list turned out to be.
  public let format: ListFormat
  private var records: any RecordReader

  /// Looks at the first bytes and reads the header.
  ///
  /// - Throws: `ListError` when this cannot become a list of people.
  public init(_ source: some ByteSource, wanted: WantedFields) throws(ListError) {
    var window = RecordWindow(source)
    try window.prepare(3)
    if window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.advance(to: 3) }
    format = try ListFormat.detect(&window)
    records = try format.open(window, wanted)
  }

  /// Takes the people of a complete request that is already parsed.
  public init(people: [JSONValue], of bytes: [UInt8], wanted: WantedFields) {
    format = .request
    records = RequestRecords(people, bytes: bytes, wanted)
  }

  /// The next recipient, or nil after the last.
  ///
  /// - Throws: `ListError` where the list stops being readable.
  public mutating func next() throws(ListError) -> Row? { try records.next() }

  /// The headers or keys met so far that are neither a field of the recipient nor asked for.
  public var unusedColumns: [String] { map.unused }

  /// All headers or keys met so far.
  public var columns: [String] { map.columns }

  private var map: FieldMap { records.map }
}

extension FieldMap {
  /// Columns that go nowhere.
  fileprivate var unused: [String] {
    var copy = self
    return columns.filter { !$0.isEmpty && copy.targets(of: $0).isEmpty }
  }
}
