import Diagnostics
public import JSONSyntax

/// Reads a list row by row, whatever its format, keeping a few chunks of it in memory.
///
/// A complete request is the exception: it is one JSON object and is loaded whole.
public struct RecipientReader {
  /// What the list turned out to be.
  public let format: ListFormat
  private var records: any RecordReader
  private let source: DecodedSource?
  private var map: FieldMap
  private var count = 0
  /// Rows that `next` has not brought yet.
  private var rows: (block: RowBlock, index: Int)?

  /// Looks at the first bytes and reads the header.
  ///
  /// - Parameters:
  ///   - source: the bytes of the list.
  ///   - wanted: what to bring from it.
  ///   - encoding: how it is written; nil finds out.
  /// - Throws: `ListError` when this cannot become a list of people.
  public init(
    _ source: some ByteSource, wanted: WantedFields, encoding: TextEncoding? = nil
  ) throws(ListError) {
    let source = DecodedSource(source, as: encoding)
    let head = try source.head(4096)
    if let foreign = ForeignFile(head, isKnownText: encoding != nil) {
      throw ListError.foreign(foreign)
    }
    var window = RecordWindow(source)
    try window.skipMark()
    format = try ListFormat.detect(&window)
    records = try format.open(window, wanted)
    map = records.map
    self.source = source
  }

  /// Takes the people of a complete request that is already parsed.
  public init(people: [JSONValue], of bytes: [UInt8], wanted: WantedFields) {
    format = .request
    records = RequestRecords(people, bytes: bytes, wanted)
    map = records.map
    source = nil
  }

  /// How the list is written, as far as that is known by now.
  public var encoding: TextEncoding { source?.encoding ?? .utf8 }

  /// What sets the cells apart, where something does.
  public var separator: CSVSeparator? { records.separator }

  /// The names of all columns as they are written, where the list has a header.
  public var header: [String]? { records.header }

  // MARK: Row by row

  /// The next recipient, or nil after the last.
  ///
  /// - Throws: `ListError` where the list stops being readable.
  public mutating func next() throws(ListError) -> Row? {
    while true {
      if let (block, index) = rows, index < block.count {
        rows = (block, index + 1)
        return block[index]
      }
      guard let pending = try nextRows() else {
        try finish()
        return nil
      }
      let block = try pending.read()
      try note(block)
      rows = (block, 0)
    }
  }

  // MARK: Many rows at once

  /// The next rows, which any thread may read; nil after the last.
  ///
  /// - Throws: `ListError` where the list stops being readable.
  public mutating func nextRows() throws(ListError) -> PendingRows? { try records.next() }

  /// Notes the columns of rows that were read; blocks come in the order of the list.
  ///
  /// - Throws: `ListError.tooManyColumns`.
  public mutating func note(_ block: RowBlock) throws(ListError) {
    count += block.count
    for column in block.columns { _ = map.targets(of: column) }
    guard map.columns.count <= RecordLimits.columns else {
      throw ListError.tooManyColumns(found: map.columns.count)
    }
  }

  /// Makes sure that the list had what was asked for by hand, after its last row.
  ///
  /// - Throws: `ListError.unknownColumn`.
  public func finish() throws(ListError) {
    if count > 0 { try map.checkChosen() }
  }

  /// The headers or keys met so far that are neither a field of the recipient nor asked for.
  public var unusedColumns: [String] { map.unused }

  /// All headers or keys met so far.
  public var columns: [String] { map.columns }
}

extension FieldMap {
  /// Columns that go nowhere.
  fileprivate var unused: [String] {
    var copy = self
    return columns.filter { !$0.isEmpty && copy.targets(of: $0).isEmpty }
  }
}
