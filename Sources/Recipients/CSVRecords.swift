import Diagnostics

extension ListFormat {
  /// Comma-separated values after RFC 4180, with a header; what is nothing else is this.
  public static let csv = ListFormat(name: "CSV", recognizes: { _ in true }) {
    window, wanted throws(ListError) in
    try CSVRecords(window, wanted)
  }
}

/// Records of comma-separated values (RFC 4180); the first is the header.
struct CSVRecords: RecordReader {
  private(set) var map: FieldMap
  private var window: RecordWindow
  /// The headers, trimmed, one for each cell.
  private var headers: [String] = []
  private var targets: [FieldMap.Targets] = []
  private var number = 0

  init(_ window: RecordWindow, _ wanted: WantedFields) throws(ListError) {
    self.window = window
    map = FieldMap(wanted)
    try readHeader()
  }

  mutating func next() throws(ListError) -> Row? {
    while let record = try nextRecord() {
      defer { window.advance(to: record.next) }
      guard !isBlank(record) else { continue }
      return row(record)
    }
    return nil
  }

  /// Whether nothing stands in any cell, as in the rows that spreadsheets leave behind a list.
  private func isBlank(_ record: Record) -> Bool {
    window.bytes[record.range].allSatisfy { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
  }

  private struct Record {
    /// The record without its line end, as offsets of the window's bytes.
    var range: Range<Int>
    /// Where the next record begins.
    var next: Int
  }

  // MARK: Records

  /// Finds the end of the next record, reading more of the list as needed.
  private mutating func nextRecord() throws(ListError) -> Record? {
    var scanner = CSVRecordScanner()
    var length = 0
    while true {
      if window.start + length >= window.bytes.count {
        guard length <= RecordLimits.record else { throw ListError.recordTooLong(row: number + 1) }
        if try window.fill() { continue }
        if let quote = scanner.openQuote {
          throw ListError.unterminatedQuote(position: window.position(at: window.start + quote))
        }
        guard length > 0 else { return nil }
        return try finish(end: window.start + length, next: window.start + length)
      }
      let index = window.start + length
      if scanner.accept(window.bytes[index], at: length) {
        let hasReturn = length > 0 && window.bytes[index - 1] == UInt8(ascii: "\r")
        return try finish(end: hasReturn ? index - 1 : index, next: index + 1)
      }
      length += 1
    }
  }

  private mutating func finish(end: Int, next: Int) throws(ListError) -> Record {
    number += 1
    let range = window.start..<end
    guard range.count <= RecordLimits.record else { throw ListError.recordTooLong(row: number) }
    if let broken = window.bytes.firstInvalidUTF8(in: range) {
      throw ListError.notUTF8(row: number, position: window.position(at: broken))
    }
    return Record(range: range, next: next)
  }

  // MARK: Cells

  private mutating func readHeader() throws(ListError) {
    var names: [String] = []
    while let record = try nextRecord() {
      defer { window.advance(to: record.next) }
      guard !record.range.isEmpty else { continue }
      var cells = CellReader(window.bytes, record.range)
      while let cell = cells.next() { names.append(String(decoding: cell, as: UTF8.self)) }
      break
    }
    guard !names.isEmpty else { throw ListError.empty }
    if window.isAtEnd, window.unread.isEmpty, names.contains(where: { $0.contains("\r") }) {
      throw ListError.carriageReturns
    }
    guard names.count <= RecordLimits.columns else {
      throw ListError.tooManyColumns(found: names.count)
    }
    var seen: Set<String> = []
    for name in names {
      let header = FieldMap.trimmed(name)
      headers.append(header)
      targets.append(map.targets(of: name))
      if !header.isEmpty, !seen.insert(header).inserted {
        throw ListError.duplicateColumn(name: header)
      }
    }
    try checkFields()
  }

  private mutating func checkFields() throws(ListError) {
    let shown = headers.filter { !$0.isEmpty }
    try map.checkChosen()
    for (index, name) in map.wanted.parameters.enumerated() {
      let columns = targets.indices.filter { targets[$0].parameters.contains(index) }
      guard columns.count > 1 else { continue }
      throw ListError.ambiguousColumns(role: name, columns: columns.map { headers[$0] })
    }
    for role in Role.allCases { try settle(role, shown) }
  }

  /// Leaves each field to one column.
  private mutating func settle(_ role: Role, _ shown: [String]) throws(ListError) {
    let claims = targets.indices.filter { targets[$0].role == role }
    guard !claims.isEmpty else {
      guard role == .address else { return }
      let separators = [(";", "semicolons"), ("\t", "tabs")]
      if shown.count == 1, let found = separators.first(where: { shown[0].contains($0.0) }) {
        throw ListError.otherSeparator(found.1)
      }
      guard !shown.contains(where: { $0.contains("@") }) else { throw ListError.noHeader }
      throw ListError.noAddressColumn(columns: shown)
    }
    let settled = FieldMap.settle(
      role,
      claims.map {
        map.claim(of: headers[$0], to: role, isPlain: targets[$0].parameters.isEmpty)
      })
    guard let holder = settled else {
      throw ListError.ambiguousColumns(
        role: role.fieldName, columns: claims.map { headers[$0] })
    }
    for (number, index) in claims.enumerated() where number != holder { targets[index].role = nil }
  }

  private func row(_ record: Record) -> Row {
    var row = Row(
      number: number, offset: window.offset, length: record.range.count,
      position: window.position, end: window.position(at: record.range.upperBound),
      parameters: map.wanted.parameters.count)
    var cells = CellReader(window.bytes, record.range)
    var column = 0
    while let cell = cells.next() {
      if column < targets.count {
        let target = targets[column]
        if let role = target.role { row.set(role.rawValue, cell) }
        for parameter in target.parameters { row.set(Role.count + parameter, cell) }
      }
      if cells.hasTextAfterQuote { row.problem = .textAfterQuote(column: column + 1) }
      column += 1
    }
    if column > targets.count {
      row.problem = .tooManyCells(found: column, expected: targets.count)
    }
    return row
  }
}

/// Finds the end of one record: a line feed outside quotes.
private struct CSVRecordScanner {
  /// Where the quote stands that is open now.
  private(set) var openQuote: Int?
  private var isAtCellStart = true
  private var closedAt = -2

  /// Takes the byte at an offset of the record; true when it ends the record.
  mutating func accept(_ byte: UInt8, at offset: Int) -> Bool {
    if byte == UInt8(ascii: "\"") {
      if openQuote != nil {
        openQuote = nil
        closedAt = offset
      } else if isAtCellStart || closedAt == offset - 1 {
        openQuote = offset
      }
      isAtCellStart = false
      return false
    }
    if openQuote != nil { return false }
    isAtCellStart = byte == UInt8(ascii: ",")
    return byte == UInt8(ascii: "\n")
  }
}

/// Cuts one record into cells and takes the quotes off.
private struct CellReader {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var isDone = false
  private var scratch: [UInt8] = []
  /// Whether the cell read last had text behind its closing quote.
  private(set) var hasTextAfterQuote = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard !isDone else { return nil }
    hasTextAfterQuote = false
    if index < end, bytes[index] == UInt8(ascii: "\"") { return quoted() }
    let start = index
    while index < end, bytes[index] != UInt8(ascii: ",") { index += 1 }
    let cell = bytes[start..<index]
    closeCell()
    return cell
  }

  private mutating func quoted() -> ArraySlice<UInt8> {
    scratch.removeAll(keepingCapacity: true)
    index += 1
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < end, bytes[index + 1] == byte else { break }
        index += 1
      }
      scratch.append(byte)
      index += 1
    }
    index += 1
    while index < end, bytes[index] != UInt8(ascii: ",") {
      hasTextAfterQuote = true
      scratch.append(bytes[index])
      index += 1
    }
    closeCell()
    return scratch[...]
  }

  private mutating func closeCell() {
    isDone = index >= end
    index += 1
  }
}
