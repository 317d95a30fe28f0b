import Recipients

/// A list that is written row by row and appears whole.
struct RowFile {
  private static let bufferSize = 1 << 16

  private let file: GrowingFile
  private var writer = CSVWriter()

  init(_ path: String, _ project: Project) throws(Failure) {
    file = try GrowingFile(Files.resolved(Paths.join(project.current, path)), shownAs: path)
  }

  /// Adds a row; `defuses` keeps a spreadsheet from running cells as formulas.
  mutating func add(_ cells: [[UInt8]], defuses: Bool = false) throws(Failure) {
    writer.add(cells, defuses: defuses)
    try flush(at: Self.bufferSize)
  }

  /// Adds a row as another list of the same form has it.
  private mutating func add(record: ArraySlice<UInt8>) throws(Failure) {
    writer.add(record: record)
    try flush(at: Self.bufferSize)
  }

  /// Adds a row of a list with all its cells.
  mutating func add(
    _ row: Row, of reader: RecipientReader, _ wanted: WantedFields
  ) throws(Failure) {
    if reader.separator == .comma {
      try add(record: row.text)
    } else {
      try add(reader.cells(of: row, wanted))
    }
  }

  private mutating func flush(at size: Int) throws(Failure) {
    if writer.bytes.count >= size { try file.write(writer.take()) }
  }

  /// Puts the file in its place.
  mutating func finish() throws(Failure) {
    try flush(at: 1)
    try file.finish()
  }
}

extension RecipientReader {
  /// The names of the cells, or of what is used of people who are no rows.
  func header(_ wanted: WantedFields) -> [[UInt8]] {
    (header ?? WantedFields.fields + wanted.parameters).map { Array($0.utf8) }
  }

  /// All cells of a row, or what is used of a person who is no row.
  func cells(of row: Row, _ wanted: WantedFields) -> [[UInt8]] {
    if let separator { return row.cells(separator) }
    return row.usedValues(wanted).map { $0 ?? [] }
  }
}
