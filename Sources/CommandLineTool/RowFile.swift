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
  mutating func add(record: ArraySlice<UInt8>) throws(Failure) {
    writer.add(record: record)
    try flush(at: Self.bufferSize)
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
