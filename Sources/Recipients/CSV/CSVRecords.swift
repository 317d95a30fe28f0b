import Diagnostics

extension ListFormat {
  /// Comma-separated values after RFC 4180, with a header; what is nothing else is this.
  public static let csv = ListFormat(name: "CSV", recognizes: { _ in true }) {
    window, wanted throws(ListError) in
    try CSVRecords(window, wanted)
  }
}

/// Records of separated values (RFC 4180) below a header.
struct CSVRecords: RecordReader {
  /// About how many bytes are handed out at once.
  private static let block = 512 * 1024

  private(set) var map: FieldMap
  let separator: CSVSeparator?
  let header: [String]?
  private var window: RecordWindow
  private let parser: CSVRowParser
  /// The number of the next record.
  private var number: Int

  init(_ window: RecordWindow, _ wanted: WantedFields) throws(ListError) {
    var window = window
    try window.prepare(RecordLimits.record)
    var map = FieldMap(wanted)
    let header = try CSVHeader.find(in: window.unread, row: wanted.headerRow) { names in
      names.contains(where: map.isAddress)
    }
    try Self.check(header, window)
    parser = CSVRowParser(
      columns: try CSVColumns(header.names, &map), separator: header.separator,
      parameters: wanted.parameters.count)
    separator = header.separator
    self.header = header.names
    number = header.row + 1
    window.advance(to: header.end)
    self.map = map
    self.window = window
  }

  private static func check(_ header: CSVHeader, _ window: RecordWindow) throws(ListError) {
    let record = header.start..<header.end
    try window.checkText(in: record, row: header.row)
    let borders = window.bytes[record].withUnsafeBufferPointer {
      CSVBorders($0, header.separator)
    }
    guard record.count <= RecordLimits.record else {
      throw ListError.recordTooLong(row: header.row)
    }
    if let quote = borders.openQuote {
      throw ListError.unterminatedQuote(position: window.position(at: header.start + quote))
    }
    let isAlone = window.isAtEnd && header.end == window.bytes.count
    if isAlone, header.names.contains(where: { $0.contains("\r") }) {
      throw ListError.carriageReturns
    }
  }

  mutating func next() throws(ListError) -> PendingRows? {
    guard let separator else { return nil }
    var wanted = Self.block
    while true {
      try window.prepare(wanted)
      guard !window.unread.isEmpty else { return nil }
      let borders = window.unread.withUnsafeBufferPointer { CSVBorders($0, separator) }
      if borders.end > 0 {
        return hand(out: borders.end, records: borders.count, lines: borders.lines)
      }
      if window.isAtEnd {
        if let quote = borders.openQuote { try refuse(quote) }
        return hand(out: window.unread.count, records: 1, lines: 0)
      }
      guard window.unread.count <= RecordLimits.record else {
        try window.checkText(in: window.start..<window.bytes.count, row: number)
        throw ListError.recordTooLong(row: number)
      }
      wanted = window.unread.count + Self.block
    }
  }

  /// Says where the quote stands that nothing closes, or what ended the text before it was closed.
  private func refuse(_ quote: Int) throws(ListError) {
    try window.checkText(in: window.start..<window.bytes.count, row: number)
    guard window.unread.count <= RecordLimits.record else {
      throw ListError.recordTooLong(row: number)
    }
    throw ListError.unterminatedQuote(position: window.position(at: window.start + quote))
  }

  private mutating func hand(out length: Int, records: Int, lines: Int) -> PendingRows {
    let place = BlockPlace(
      number: number, offset: window.offset, position: window.position,
      violation: window.source.violation)
    var memory: [UInt8] = []
    memory.reserveCapacity(length + 1 + RowBlock.tailroom)
    memory.append(contentsOf: window.unread.prefix(length))
    if memory.last != 0x0A { memory.append(0x0A) }
    let end = memory.count
    memory.append(contentsOf: repeatElement(0, count: RowBlock.tailroom))
    number += records
    window.advance(to: window.start + length, lines: lines)
    return PendingRows { [parser, memory] () throws(ListError) in
      try parser.rows(memory, end: end, records: records, at: place)
    }
  }
}
